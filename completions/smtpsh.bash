# bash completion for smtpsh; made by: smtpsh completions bash
_smtpsh() {
    local cur=${COMP_WORDS[COMP_CWORD]} words
    COMPREPLY=()
    # A colon ends a word of bash, but practice:NAME is one word of ours.
    if [[ ${COMP_WORDS[COMP_CWORD-1]} == : && ${COMP_WORDS[COMP_CWORD-2]} == practice ]]; then
        COMPREPLY=($(compgen -W 'first normal strict greylist class nouser full relay-denied plain tls-expired tls-wrong-name tls-self-signed inject auth impostor size binary lmtp blocklist forged rate hang-rcpt hang-dot 421-idle silent escape-banner not-smtp haunted' -- "$cur")); return
    fi
    if [[ $cur == : && ${COMP_WORDS[COMP_CWORD-1]} == practice ]]; then
        COMPREPLY=(first normal strict greylist class nouser full relay-denied plain tls-expired tls-wrong-name tls-self-signed inject auth impostor size binary lmtp blocklist forged rate hang-rcpt hang-dot 421-idle silent escape-banner not-smtp haunted); return
    fi
    case ${COMP_WORDS[1]} in
        annotate) words='--help --verbosity --summary --json --color --no-color --ascii --accessible --width --debug'; COMPREPLY=($(compgen -f -- "$cur")) ;;
        run) words='--help --port --ipv4 --ipv6 --resolver --dns-timeout --source --connect --proxy-protocol --early --allow-pipe --proxy --tls-on-connect --lmtp --no-tls --insecure --ca --cert --key --sni --tls-versions --ciphers --groups --sigalgs --alpn --pin --tlsa --keylog --helo --timeout --connect-timeout --limit --yes --no-input --no-deliver --color --no-color --ascii --accessible --width --record --var --vars --secret-file --report --test --fail-fast --dry-run --step --jobs --hosts --hosts-file --repeat --until-fail --tags --debug'; COMPREPLY=($(compgen -f -- "$cur")) ;;
        format) words='--help --color --no-color --ascii --accessible --width --check --debug'; COMPREPLY=($(compgen -f -- "$cur")) ;;
        rules) words=check; COMPREPLY=($(compgen -f -- "$cur")) ;;
        explain) words='211 214 220 221 235 250 251 252 334 354 421 432 450 451 452 454 455 500 501 502 503 504 521 530 534 535 538 550 551 552 553 554 555 556 greylisting dnsbl reputation warm-up rate-limit tarpit greet-delay callout catch-all role-address postmaster feedback-loop list-unsubscribe spamtrap suppression spf dkim dmarc arc ptr helo starttls implicit-tls certificate certificate-expired certificate-wrong-name certificate-self-signed mta-sts tls-rpt dane envelope reverse-path null-sender bounce dsn backscatter reply-codes enhanced-status-codes queue retry loop relay open-relay submission authentication app-password oauth pipelining chunking 8bitmime smtputf8 size dot-stuffing smuggling line-endings vrfy lmtp mx null-mx implicit-mx ipv6 --help --json --color --no-color --ascii --accessible --width --list --debug' ;;
        mx) words='--help --resolver --dns-timeout --plain --json --color --no-color --ascii --accessible --width --debug' ;;
        ptr) words='--help --resolver --dns-timeout --plain --json --color --no-color --ascii --accessible --width --debug' ;;
        tls) words='scan --help --port --ipv4 --ipv6 --resolver --dns-timeout --source --proxy --tls-on-connect --ca --sni --connections --helo --timeout --connect-timeout --json --color --no-color --ascii --accessible --width --debug' ;;
        practice) words='first normal strict greylist class nouser full relay-denied plain tls-expired tls-wrong-name tls-self-signed inject auth impostor size binary lmtp blocklist forged rate hang-rcpt hang-dot 421-idle silent escape-banner not-smtp haunted --help --port --list --scenario --log --progress --mailbox --listen --yes-expose --debug' ;;
        learn) words='1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 --help --yes --no-input --private --verbosity --color --no-color --ascii --no-pager --accessible --width --list --placement --reset --record --seed --debug' ;;
        completions) words='bash zsh fish' ;;
        help) words='explain annotate run format mx ptr tls learn practice topics exit-codes man' ;;
        *) words='--help --version --port --host --ipv4 --ipv6 --resolver --dns-timeout --source --connect --proxy-protocol --early --proxy --tls-on-connect --lmtp --starttls --require-tls --no-tls --insecure --ca --cert --key --sni --tls-versions --ciphers --groups --sigalgs --alpn --pin --tlsa --keylog --helo --timeout --connect-timeout --limit --user --password-file --password-command --netrc --yes --no-input --no-deliver --transcript --redact --private --profile --show-config --verbosity --plain --json --color --no-color --ascii --no-pager --accessible --width --debug'; [[ $COMP_CWORD -eq 1 ]] && words+=' annotate completions explain format help learn mx practice ptr rules run tls practice practice:first practice:normal practice:strict practice:greylist practice:class practice:nouser practice:full practice:relay-denied practice:plain practice:tls-expired practice:tls-wrong-name practice:tls-self-signed practice:inject practice:auth practice:impostor practice:size practice:binary practice:lmtp practice:blocklist practice:forged practice:rate practice:hang-rcpt practice:hang-dot practice:421-idle practice:silent practice:escape-banner practice:not-smtp practice:haunted' ;;
    esac
    COMPREPLY+=($(compgen -W "$words" -- "$cur"))
    if [[ ${#COMPREPLY[@]} -eq 0 && $COMP_CWORD -ge 1 ]]; then
        COMPREPLY=($(compgen -A hostname -- "$cur"))
    fi
}
complete -F _smtpsh smtpsh
