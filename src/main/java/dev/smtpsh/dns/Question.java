package dev.smtpsh.dns;

/** What is asked of a name server, in the class IN. */
public record Question(DomainName name, RecordType type) {
    @Override
    public String toString() {
        return name + " " + type;
    }
}
