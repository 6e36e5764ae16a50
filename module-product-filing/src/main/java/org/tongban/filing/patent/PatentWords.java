package org.tongban.filing.patent;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.module.Title;

/** Codes and words of the registry's kinds and statuses, the same in every answer. */
public final class PatentWords {
    private PatentWords() {}

    /** The code of a value: lower case, with hyphens. */
    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a code. */
    public static Optional<PatentKind> kind(String code) {
        return Stream.of(PatentKind.values())
                .filter(kind -> code(kind).equals(code))
                .findAny();
    }

    /** The status of a code. */
    public static Optional<LegalStatus> status(String code) {
        return Stream.of(LegalStatus.values())
                .filter(status -> code(status).equals(code))
                .findAny();
    }

    public static Title title(PatentKind kind) {
        return switch (kind) {
            case INVENTION -> new Title("发明", "Invention");
            case UTILITY_MODEL -> new Title("实用新型", "Utility model");
            case DESIGN -> new Title("外观设计", "Design");
        };
    }

    public static Title title(LegalStatus status) {
        return switch (status) {
            case GRANTED -> new Title("授权", "Granted");
            case IN_GRACE -> new Title("年费滞纳期", "In grace");
            case LAPSED -> new Title("未缴年费终止", "Lapsed");
            case EXPIRED -> new Title("期限届满", "Expired");
            case INVALIDATED -> new Title("宣告无效", "Invalidated");
            case ABANDONED -> new Title("放弃", "Abandoned");
            case TRANSFERRED -> new Title("已转让", "Transferred");
        };
    }

    static Title title(Acquisition acquisition) {
        return switch (acquisition) {
            case ORIGINAL -> new Title("原始取得", "Own filing");
            case TRANSFER -> new Title("受让", "Transfer");
            case INHERITANCE -> new Title("继承", "Inheritance");
            case GIFT -> new Title("受赠", "Gift");
            case OTHER_ASSIGNMENT -> new Title("其他受让方式", "Other assignment");
            case LICENCE -> new Title("被许可", "Licence");
        };
    }
}
