package org.tongban.identity.organisation;

import java.util.Map;
import java.util.Optional;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** What the first two characters of a credit code say of the type of legal person (GB 32100, Fields 8.2). */
public final class LegalPersonType {
    private static final Title DIFFERS = new Title("与统一社会信用代码的机构类别不一致", "Not the type that the credit code says");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("91", "enterprise"),
            Map.entry("92", "individual-business"),
            Map.entry("93", "farmers-cooperative"),
            Map.entry("11", "government-body"),
            Map.entry("12", "public-institution"),
            Map.entry("51", "social-organisation"),
            Map.entry("52", "social-organisation"),
            Map.entry("53", "social-organisation"),
            Map.entry("N1", "village-collective"),
            Map.entry("N2", "village-collective"),
            Map.entry("N3", "village-collective"));

    /** Branches have codes like that of what they belong to. */
    private static final String UNINCORPORATED = "other-unincorporated";

    private LegalPersonType() {}

    /** Whether the code says this type. */
    public static boolean isBorneOut(UnifiedSocialCreditCode code, String type) {
        return type.equals(TYPES.get(category(code)));
    }

    /** What is wrong with the type, at {@code /legalPersonType}; nothing where the code says none. */
    public static Optional<Violation> violation(UnifiedSocialCreditCode code, String type) {
        boolean differs = !type.equals(UNINCORPORATED) && TYPES.containsKey(category(code)) && !isBorneOut(code, type);
        return differs
                ? Optional.of(new Violation("/legalPersonType", "differs-from-code", DIFFERS))
                : Optional.empty();
    }

    private static String category(UnifiedSocialCreditCode code) {
        return code.value().substring(0, 2);
    }
}
