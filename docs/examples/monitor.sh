#!/bin/sh
# Looks after the mail hosts of a list of domains, from cron, and says something only when something has changed: cron sends
# what a command prints as a mail. In /etc/cron.d/smtpsh:
#
#   MAILTO=postmaster@example.net
#   */15 * * * *  nobody  /usr/local/share/smtpsh/monitor.sh /etc/smtpsh/domains.txt /var/lib/smtpsh
#
# Exit code: that of smtpsh run. 0: all is well. 1: something is not as it should be. 2: the list or the script is wrong.
# 4 to 8: no conversation came about, or it broke.
set -u
domains=$1
state=$2
here=$(dirname "$0")
mkdir -p "$state"

code=0
"${SMTPSH:-smtpsh}" run --no-input --no-deliver --jobs 8 --hosts-file "$domains" \
    --report "tap:$state/report.tap" --report "html:$state/report.html" \
    "$here/monitor.smtp" >"$state/now.txt" 2>&1 || code=$?
if [ "$code" -eq 2 ]; then
    cat "$state/now.txt"
    exit 2
fi

# What passed and what did not, without times.
grep -E '^(not )?ok ' "$state/report.tap" >"$state/now.ok"
if ! cmp -s "$state/now.ok" "$state/last.ok"; then
    cat "$state/now.txt"
    echo "All of it: $state/report.html"
fi
mv "$state/now.ok" "$state/last.ok"
exit "$code"
