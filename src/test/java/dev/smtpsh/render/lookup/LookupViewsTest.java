package dev.smtpsh.render.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.domain.Zone;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.json.MxJson;
import dev.smtpsh.render.json.ReverseJson;
import dev.smtpsh.render.text.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Look-ups as they are shown, in {@code src/test/resources/render}. */
class LookupViewsTest {
    private static final int[] WIDTHS = {40, 80, 120};

    @Test
    void hosts_stand_in_a_table_with_what_is_wrong_with_each() {
        Zone zone = ordinary()
                .mx("example.net", 20, "relay.example.org")
                .alias("relay.example.org", "host.example.com")
                .address("host.example.com", "10.0.0.7")
                .mx("example.net", 30, "a-host-with-quite-a-long-name.of-a-provider.example.com")
                .address("a-host-with-quite-a-long-name.of-a-provider.example.com", "192.0.2.30")
                .mx("example.net", 40, "gone.example.net");
        golden(zone.plan("example.net"), "mx");
    }

    @Test
    void an_ordinary_domain_takes_few_lines() {
        golden(ordinary().plan("example.net"), "mx-ordinary");
    }

    @Test
    void what_is_not_there_and_what_was_not_found_out_read_differently() {
        Zone zone = new Zone()
                .mx("null.example", 0, ".")
                .address("implicit.example", "192.0.2.80")
                .exists("text.example")
                .trouble("broken.example", Trouble.SERVFAIL)
                .trouble("silent.example", Trouble.TIMEOUT)
                .trouble("refused.example", Trouble.REFUSED);
        Golden.of(drawing -> {
                    StyledText all = StyledText.EMPTY;
                    for (String domain : List.of("nosuch", "null", "implicit", "text", "broken", "silent", "refused")) {
                        all = all.plus(new MxView(drawing).draw(zone.plan(domain + ".example")));
                    }
                    return all;
                })
                .at(Level.PLAIN, 80)
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("mx-without-hosts");
    }

    @Test
    void names_that_lead_back_and_names_that_do_not() {
        Zone zone = new Zone()
                .ptr("192.0.2.1", "mx1.example.net")
                .ptr("192.0.2.1", "old.example.net")
                .ptr("192.0.2.1", "gone.example.net")
                .address("mx1.example.net", "192.0.2.1")
                .address("old.example.net", "192.0.2.99")
                .ptr("2001:db8::7", "other.example.net")
                .address("other.example.net", "2001:db8::8")
                .trouble("9.2.0.192.in-addr.arpa", Trouble.TIMEOUT);
        Golden.of(drawing -> {
                    StyledText all = StyledText.EMPTY;
                    for (String address : List.of("192.0.2.1", "2001:db8::7", "127.0.0.1", "192.0.2.9")) {
                        all = all.plus(new ReverseView(drawing).draw(zone.reverse(address)));
                    }
                    return all;
                })
                .at(Level.PLAIN, 80)
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("ptr");
    }

    @Test
    void hostile_names_are_harmless_and_bounded() {
        Zone zone = new Zone();
        String name = "\\027]0;pwn\\007\\027[2J\\255." + "x".repeat(63) + "." + "y".repeat(63) + ".example";
        for (int i = 0; i < 300; i++) {
            zone.mx("example.net", i, name.replace("y", "" + i % 10)).address("mx.example.net", "10.0.0." + i % 250);
        }
        zone.mx("example.net", 0, "mx.example.net").ptr("192.0.2.1", "esc\u001b[31m\u202e.example");
        for (int width : WIDTHS) {
            Drawing drawing = new Drawing(width, false, false, Level.NORMAL);
            String drawn = new MxView(drawing).draw(zone.plan("example.net")).plain()
                    + new ReverseView(drawing).draw(zone.reverse("192.0.2.1")).plain();
            assertTrue(
                    drawn.chars().noneMatch(c -> c < ' ' && c != '\n' || c >= 0x7f && c <= 0x9f || c == 0x202e), drawn);
            assertTrue(drawn.contains("^[[31m<U+202E>") || width == 40, drawn);
            assertTrue(drawn.lines().allMatch(line -> line.length() < width), drawn);
            assertTrue(drawn.lines().count() < 2_500, drawn);
        }
    }

    @Test
    void json_has_the_same_members_with_and_without_success() {
        JsonObject good = json(ordinary().plan("example.net"));
        JsonObject bad = json(new Zone().trouble("example.net", Trouble.TIMEOUT).plan("example.net"));
        assertEquals(good.keySet(), bad.keySet());
        assertTrue(good.get("error").isJsonNull());
        assertEquals("listed", good.get("way").getAsString());
        JsonObject host = good.getAsJsonArray("hosts").get(0).getAsJsonObject();
        assertEquals("mx1.example.net", host.get("name").getAsString());
        assertEquals(10, host.get("preference").getAsInt());
        assertEquals("192.0.2.1", host.getAsJsonArray("addresses").get(0).getAsString());
        assertEquals("timeout", bad.getAsJsonObject("error").get("kind").getAsString());
        assertEquals("unknown", bad.get("way").getAsString());
        assertEquals("timeout", bad.getAsJsonObject("asked").get("outcome").getAsString());
    }

    @Test
    void json_of_names() {
        Zone zone = new Zone().ptr("192.0.2.1", "mx1.example.net").address("mx1.example.net", "192.0.2.1");
        JsonObject good = json(zone.reverse("192.0.2.1"));
        JsonObject none = json(zone.reverse("192.0.2.2"));
        assertEquals(good.keySet(), none.keySet());
        assertTrue(good.get("confirmed").getAsBoolean());
        assertTrue(good.getAsJsonArray("names")
                .get(0)
                .getAsJsonObject()
                .get("leadsBack")
                .getAsBoolean());
        assertEquals("nxdomain", none.getAsJsonObject("asked").get("outcome").getAsString());
        assertTrue(none.get("error").isJsonNull());
    }

    private static Zone ordinary() {
        return new Zone()
                .mx("example.net", 10, "mx1.example.net")
                .mx("example.net", 10, "mx2.example.net")
                .address("mx1.example.net", "192.0.2.1", "2001:db8::1")
                .address("mx2.example.net", "192.0.2.2");
    }

    private static void golden(MxPlan plan, String name) {
        Golden.of(drawing -> new MxView(drawing).draw(plan))
                .at(Level.PLAIN, 80)
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches(name);
    }

    private static JsonObject json(MxPlan plan) {
        StringBuilder out = new StringBuilder();
        MxJson.write(plan, out);
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    private static JsonObject json(ReverseReport report) {
        StringBuilder out = new StringBuilder();
        ReverseJson.write(report, out);
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }
}
