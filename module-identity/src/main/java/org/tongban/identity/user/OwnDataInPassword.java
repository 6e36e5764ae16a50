package org.tongban.identity.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Finds a person's name in pinyin and date of birth inside a password (ID-12). */
final class OwnDataInPassword {
    private static final String POINTER = "/password";
    private static final Title NAME = new Title("密码不宜包含姓名拼音", "A password had better not contain one's name in pinyin");
    private static final Title BIRTH = new Title("密码不宜包含出生日期", "A password had better not contain one's date of birth");
    private static final int BIRTH_FROM = 6;
    private static final int BIRTH_TO = 14;

    private OwnDataInPassword() {}

    static List<Violation> find(String password, String name, Optional<IdDocument> document) {
        var found = new ArrayList<Violation>();
        var letters = password.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (NamePinyin.spellings(name).stream().anyMatch(letters::contains)) {
            found.add(new Violation(POINTER, "contains-name", NAME));
        }
        var digits = password.replaceAll("[-./_ 年月日]", "");
        if (document.stream().flatMap(OwnDataInPassword::birth).anyMatch(digits::contains)) {
            found.add(new Violation(POINTER, "contains-birth-date", BIRTH));
        }
        return found;
    }

    /** The date as the number has it, and the same without its century. */
    private static Stream<String> birth(IdDocument document) {
        return switch (document.kind()) {
            case RESIDENT_ID, HK_MACAO_TAIWAN_RESIDENCE -> {
                var date = document.value().substring(BIRTH_FROM, BIRTH_TO);
                yield Stream.of(date, date.substring(2));
            }
            case HK_MACAO_PERMIT, TAIWAN_PERMIT, PASSPORT_CN, PASSPORT_FOREIGN, FOREIGN_PERMANENT_RESIDENCE ->
                Stream.empty();
        };
    }
}
