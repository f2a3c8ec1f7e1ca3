package dev.smtpsh.render.overview;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.extension.OfferReading;
import dev.smtpsh.smtp.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a server offered in its last EHLO reply, keyword by keyword, and what it did not. */
public final class CapabilitiesView {
    private final Drawing drawing;

    public CapabilitiesView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(SessionState state) {
        Capabilities offered = state.capabilities();
        if (offered.offers().isEmpty()) {
            return new Sheet(drawing)
                    .line("Nothing known: the server has not answered an EHLO since the session began.")
                    .done();
        }
        List<String[]> rows = new ArrayList<>();
        for (Capabilities.Offer offer : offered.offers()) {
            String about = offer.extension()
                    .map(known -> known.purpose() + values(offer) + " (" + known.source() + ")")
                    .orElse("not a keyword smtpsh knows");
            rows.add(new String[] {offer.toString(), about});
        }
        String missing =
                offered.missed(state.secured()).stream().map(Extension::keyword).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            rows.add(new String[] {"Not offered", missing});
        }
        return new ListView(drawing).draw(rows);
    }

    private static String values(Capabilities.Offer offer) {
        String words = OfferReading.words(offer);
        return words.isEmpty() ? "" : "; " + words;
    }
}
