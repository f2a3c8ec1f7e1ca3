package dev.smtpsh.annotate.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.knowledge.Pressed;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.smtp.reply.Reply;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private static final ShippedRules SHIPPED_RULES = ShippedRules.pressed();

    @ParameterizedTest
    @CsvSource({
        "550, docs/replies/550.md",
        "451 4.7.1 you are greylisted, docs/replies/reasons/greylisted.md",
        "550 5.7.1 Client host rejected: cannot find your hostname, docs/replies/software/postfix.md",
        "550 5.1.6 x, docs/replies/status.md",
        "599 x, docs/replies/README.md",
        "nothing, docs/replies/README.md"
    })
    void a_rule_that_is_shipped_has_a_page(String reply, String page) {
        assertEquals(page, page(RuleBook.open(SHIPPED_RULES), reply));
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.7.1 Relaying denied, docs/replies/550.md",
        "550 5.7.1 Client host rejected: cannot find your hostname, docs/replies/550.md"
    })
    void a_rule_of_the_operator_stands_on_the_page_of_its_code(String reply, String page) {
        Pressed own = new Pressed.AtHand(SHIPPED_RULES.rules(), SHIPPED_RULES.words());
        assertEquals(page, page(RuleBook.open(own), reply));
    }

    @ParameterizedTest
    @CsvSource({"Microsoft 365, microsoft-365", "Mail.ru, mail-ru", "(GMX / Web.de), gmx-web-de"})
    void names_become_paths(String name, String slug) {
        assertEquals(slug, Pages.slug(name));
    }

    private static String page(RuleBook book, String reply) {
        return new RuleAnnotator(List.of(book))
                .annotate(ReplySymptom.of(Reply.of(reply)))
                .get(0)
                .page();
    }
}
