#!/bin/sh
# Keeps the classes ready that smtpsh loads at its start, so that the next start is faster: rehearses it once with the given
# Java, to nobody, and has Java write down what it loaded. Called by the build, by the package's installation, and by
# bin/smtpsh in the background, for a copy that was moved and for a Java other than the build's.
#   ready.sh JAVA MAJOR HOME answers|conversations ARCHIVE
# Whatever goes wrong, there is no archive then, and smtpsh starts as it would without.
java=$1
major=$2
home=$3
kind=$4
archive=$5

# Of the newest so many: one for each of the two kinds, of a few Javas and places.
most=8

umask "${SMTPSH_READY_UMASK-077}"
folder=${archive%/*}
mkdir -p "$folder" 2>/dev/null
# What Java reads from an archive it runs: never from a folder that somebody else could write.
[ -d "$folder" ] && [ -O "$folder" ] || exit 0

# One at a time. A lock that was left behind by a power cut goes after ten minutes.
lock=$archive.lock
mkdir "$lock" 2>/dev/null || {
    find "$lock" -maxdepth 0 -mmin +10 -exec rmdir {} + 2>/dev/null
    exit 0
}
new=$archive.$$
trap 'rm -f "$new" "$new.config"; rmdir "$lock" 2>/dev/null' EXIT
trap 'exit 0' HUP INT TERM

if [ "$major" -ge 25 ]; then
    option=-XX:AOTCacheOutput=$new
else
    option=-XX:ArchiveClassesAtExit=$new
fi
jar=$home/lib/smtpsh.jar
case $kind in
    answers) set -- -cp "$jar:$home/lib/smtpsh-libraries.jar" dev.smtpsh.Main ;;
    *) set -- -jar "$jar" ;;
esac
# The flags are those of bin/smtpsh: an archive made with others would not be used.
"$java" "$option" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable "-Dsmtpsh.knowledge=$home/lib" \
    "-Dsmtpsh.rehearsal=$kind" "$@" </dev/null >/dev/null 2>&1
[ -s "$new" ] || exit 0
# Java would leave an archive aside that was made elsewhere, and bin/smtpsh need not try.
[ "$folder" = "$home/lib" ] && printf '%s\n' "$home" >"$folder/place"
mv -f "$new" "$archive"
[ "$folder" = "$home/lib" ] && exit 0
# shellcheck disable=SC2012 # the names are ours, without line feeds
ls -t "$folder" | sed -n "$((most + 1)),\$p" | while IFS= read -r old; do
    rm -f "$folder/$old"
done
