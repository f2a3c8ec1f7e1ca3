package dev.smtpsh.cli.option;

import java.util.Optional;

/** The options, in one table: command line, help, completion and man page are made from it. */
public enum Flag {
    HELP("h", "help", "", "this page", "all"),
    VERSION("", "version", "", "print the version", "talk"),
    PORT("p", "port", "N", "port; 25 unless TARGET names one", "talk practice run tls"),
    HOST("", "host", "NAME", "TARGET, where its name is also a command's", "talk"),
    IPV4("4", "ipv4", "", "use IPv4 only", "talk run tls"),
    IPV6("6", "ipv6", "", "use IPv6 only", "talk run tls"),
    RESOLVER(
            "", "resolver", "ADDR[:PORT]", "ask this name server, not the system's; repeatable", "talk mx ptr run tls"),
    DNS_TIMEOUT("", "dns-timeout", "DUR", "patience for all look-ups together; default 30s", "talk mx ptr run tls"),
    SOURCE("", "source", "ADDR[:PORT]", "connect from this local address", "talk run tls"),
    CONNECT(
            "",
            "connect",
            "HOST:PORT=ADDR:PORT",
            "go to ADDR instead of HOST, by the same name; repeatable",
            "talk run"),
    PROXY_PROTOCOL(
            "",
            "proxy-protocol",
            "V[,SRC[,DST]]",
            "begin with a PROXY header: v1, v2, v1,unknown, v2,local or raw:TEXT",
            "talk run"),
    EARLY("", "early", "TEXT", "say TEXT before the greeting; escapes as for raw", "talk run"),
    ALLOW_PIPE("", "allow-pipe", "", "let scripts start programs: open pipe:COMMAND", "run"),
    PROXY("", "proxy", "URL", "socks5://HOST:PORT or http://HOST:PORT", "talk run tls"),
    TLS_ON_CONNECT("", "tls-on-connect", "", "TLS before the greeting (default on port 465)", "talk run tls"),
    LMTP("", "lmtp", "", "speak LMTP: LHLO, one reply for each recipient; port 24", "talk run"),
    STARTTLS("", "starttls", "", "EHLO and STARTTLS at once, if the server offers it", "talk"),
    REQUIRE_TLS("", "require-tls", "", "the same, and leave unless TLS proves who is there", "talk"),
    NO_TLS("", "no-tls", "", "no TLS by itself, not even on port 465", "talk run"),
    INSECURE("", "insecure", "", "take certificates that prove nothing", "talk run"),
    CA("", "ca", "FILE", "trust the authorities in FILE too (PEM or DER)", "talk run tls"),
    CERT("", "cert", "FILE", "client certificate and its chain (PEM), shown when a server asks", "talk run"),
    KEY("", "key", "FILE", "the key to --cert (PEM), if it is not in that file", "talk run"),
    SNI("", "sni", "NAME", "the name to ask for in TLS, instead of the host's", "talk run tls"),
    TLS_VERSIONS("", "tls-versions", "LIST", "versions of TLS to offer, such as 1.2-1.3", "talk run"),
    CIPHERS("", "ciphers", "LIST", "cipher suites to offer, by their names in IANA or OpenSSL", "talk run"),
    GROUPS("", "groups", "LIST", "groups to offer, such as X25519MLKEM768,x25519,P-256", "talk run"),
    SIGALGS("", "sigalgs", "LIST", "signature schemes to offer, such as rsa_pss_rsae_sha256", "talk run"),
    ALPN("", "alpn", "LIST", "protocols to name in ALPN; default: none", "talk run"),
    PIN("", "pin", "PIN", "sha256/BASE64 of a key that must be in the chain; repeatable", "talk run"),
    TLSA("", "tlsa", "RECORD", "a TLSA record such as \"3 1 1 HEX\" for the chain; repeatable", "talk run"),
    KEYLOG("", "keylog", "FILE", "add the secrets of TLS to FILE, for Wireshark", "talk run"),
    CONNECTIONS("", "connections", "N", "connections at the same time; default 8", "tls"),
    HELO("", "helo", "NAME", "the name to greet with; default: HOSTNAME, if it is a full name", "talk run tls"),
    TIMEOUT("", "timeout", "DUR", "patience for each reply, such as 30s; default: RFC 5321 4.5.3.2", "talk run tls"),
    CONNECT_TIMEOUT("", "connect-timeout", "DUR", "patience for connecting; default 30s", "talk run tls"),
    LIMIT(
            "",
            "limit",
            "NAME=N",
            "reply-line, reply-line-cut, reply-lines, reply-size, link-inbox; repeatable",
            "talk run"),
    USER("u", "user", "NAME", "log in as this user when auth is typed", "talk"),
    PASSWORD_FILE(
            "", "password-file", "FILE", "password for auth: the first line of FILE, or - for that of stdin", "talk"),
    PASSWORD_COMMAND("", "password-command", "CMD", "password for auth: the first line that CMD prints", "talk"),
    NETRC("", "netrc", "", "user and password for auth from ~/.netrc, as curl reads it", "talk"),
    YES("y", "yes", "", "answer yes to every question of smtpsh", "talk learn run"),
    NO_INPUT("", "no-input", "", "ask nothing, also where something is missing", "talk learn run"),
    NO_DELIVER("", "no-deliver", "", "send no DATA, BDAT or BURL: envelope only", "talk run"),
    TRANSCRIPT("", "transcript", "FILE", "write the conversation to FILE on leaving; the suffix as for save", "talk"),
    REDACT("", "redact", "LEVEL", "what transcripts leave out: secrets, or addresses too", "talk"),
    PRIVATE("", "private", "", "remember no line", "talk learn"),
    PROFILE("", "profile", "NAME", "settings of [profile NAME] in the settings file", "talk"),
    SHOW_CONFIG("", "show-config", "", "print all settings and where they come from", "talk"),
    VERBOSITY("v", "verbosity", "LEVEL", "terse, normal or full", "talk annotate learn"),
    SUMMARY("", "summary", "", "count replies by reason and provider", "annotate"),
    QUIET("q", "plain", "", "one line an exchange or record, fields separated by tabs", "talk mx ptr"),
    JSON("", "json", "", "one JSON object an exchange, or for the answer", "talk explain annotate mx ptr tls"),
    COLOR("", "color", "WHEN", "auto, always or never", "talk explain annotate mx ptr learn run format tls"),
    NO_COLOR("", "no-color", "", "the same as --color never", "talk explain annotate mx ptr learn run format tls"),
    ASCII("", "ascii", "", "print ASCII only", "talk explain annotate mx ptr learn run format tls"),
    NO_PAGER("", "no-pager", "", "show long answers without a pager", "talk learn"),
    ACCESSIBLE(
            "",
            "accessible",
            "",
            "words instead of gutters, boxes and columns",
            "talk explain annotate mx ptr learn run format tls"),
    WIDTH(
            "",
            "width",
            "N",
            "columns of text; default: the terminal's, or 80",
            "talk explain annotate mx ptr learn run format tls"),
    LIST(
            "",
            "list",
            "",
            "list the scenarios, the topics, or the lessons and how far you are",
            "practice explain learn"),
    SCENARIO("", "scenario", "NAME|FILE", "a scenario by name, or one of your own from a file", "practice"),
    PLACEMENT("", "placement", "", "find out which chapters you know, one task each", "learn"),
    RESET("", "reset", "", "forget all progress, after a question", "learn"),
    RECORD("", "record", "PATH", "learn: a transcript a lesson in a folder; run: what came, as a script", "learn run"),
    VAR("", "var", "NAME=VALUE", "the value of a variable; repeatable", "run"),
    VARS("", "vars", "FILE", "variables from a file of NAME=VALUE lines, or JSON", "run"),
    SECRET_FILE("", "secret-file", "FILE", "values of @secret, as for --vars; never shown", "run"),
    REPORT("", "report", "FORM:FILE", "tap, junit, json or html; FILE - is standard output; repeatable", "run"),
    TEST("", "test", "", "print the summary only", "run"),
    FAIL_FAST("", "fail-fast", "", "begin no file after one has failed", "run"),
    DRY_RUN("", "dry-run", "", "print what would be done, and do nothing", "run"),
    STEP("", "step", "", "ask before each line, and show its reply", "run"),
    JOBS("", "jobs", "N", "files at the same time; default 1", "run"),
    HOSTS("", "hosts", "A,B", "each file once for each host, which is {{host}} in it", "run"),
    HOSTS_FILE("", "hosts-file", "FILE", "the same from a file, one a line; # begins a comment", "run"),
    REPEAT("", "repeat", "N", "each file so many times", "run"),
    UNTIL_FAIL("", "until-fail", "", "again and again until one fails", "run"),
    TAGS("", "tags", "A,B", "only files with one of these @tags", "run"),
    CHECK("", "check", "", "change nothing; exit code 1 if a file is laid out otherwise", "format"),
    SEED("", "seed", "N", "which server lessons with a secret are played on; default: another each time", "learn"),
    LOG("", "log", "", "print what is said, by whom, and which tasks are reached", "practice"),
    PROGRESS("", "progress", "", "print who has reached which task, and nothing else", "practice"),
    MAILBOX("", "mailbox", "DIR", "write each message that arrives to a file in DIR", "practice"),
    LISTEN("", "listen", "ADDR", "listen on this address of the machine; default 127.0.0.1", "practice"),
    YES_EXPOSE("", "yes-expose", "", "yes, --listen may let other machines in", "practice"),
    DEBUG("", "debug", "", "print a stack trace when smtpsh itself fails", "all");

    private final String letter;
    private final String word;
    private final String value;
    private final String summary;
    private final String commands;

    Flag(String letter, String word, String value, String summary, String commands) {
        this.letter = letter;
        this.word = word;
        this.value = value;
        this.summary = summary;
        this.commands = commands;
    }

    /** The flag of a word, without its dashes. */
    public static Optional<Flag> named(String word) {
        for (Flag flag : values()) {
            if (flag.word.equals(word)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    /** The one-letter form, or empty text. */
    public String letter() {
        return letter;
    }

    public String word() {
        return word;
    }

    /** What to call its value in help; empty text if it has none. */
    public String value() {
        return value;
    }

    public String summary() {
        return summary;
    }

    /** Whether a command knows it. */
    public boolean belongsTo(String command) {
        return commands.equals("all") || (" " + commands + " ").contains(" " + command + " ");
    }
}
