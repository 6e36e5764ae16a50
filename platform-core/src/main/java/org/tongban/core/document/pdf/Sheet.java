package org.tongban.core.document.pdf;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * What the templates of documents show; every text is plain and escaped by the template.
 *
 * @param fact the values by name
 * @param address where the document is verified, without the scheme
 * @param qr the same with the scheme, as a picture in a {@code data:} address
 * @param seal the issuer's seal likewise; null where none is configured
 * @param revokedOn the day on which it was revoked, of a copy that says so; null of the document itself
 * @param missing the code points that the font lacks, in the order of their signs; null where there are none
 */
public record Sheet(
        Title title,
        String number,
        String holder,
        String issuer,
        Title issuedOn,
        Title validity,
        List<Line> facts,
        Map<String, String> fact,
        String address,
        String qr,
        @Nullable String seal,
        @Nullable Title revokedOn,
        @Nullable String missing) {
    private static final int LONG_TITLE = 14;
    private static final int LONG_HOLDER = 28;
    private static final int MANY_FACTS = 4;
    private static final int CROWDED_FACTS = 7;
    private static final int LONG_FACTS = 160;

    /** A titled value, or a heading. */
    public record Line(Title title, String value, boolean heading) {}

    /** Whether the title needs the smaller size to stay on its line. */
    public boolean longTitle() {
        return title.zh().length() > LONG_TITLE;
    }

    /** Whether the holder's name does. */
    public boolean longHolder() {
        return holder.length() > LONG_HOLDER;
    }

    /** Whether the facts have to stand closer to stay on the page. */
    public boolean many() {
        return facts.size() > MANY_FACTS || written() > LONG_FACTS;
    }

    /** Whether they have to be smaller as well. */
    public boolean crowded() {
        return facts.size() > CROWDED_FACTS || written() > 2 * LONG_FACTS;
    }

    private int written() {
        return facts.stream().mapToInt(line -> line.value().length()).sum();
    }
}
