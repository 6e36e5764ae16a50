package org.tongban.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.IdDocument.Kind;
import org.tongban.core.web.Violation;

/** What of a person is found in a password (ID-12). */
@Tag("ID-12")
class OwnDataInPasswordTest {
    private static final IdDocument RESIDENT = new IdDocument(Kind.RESIDENT_ID, "330106198803071213");

    private static List<String> found(String password, String name) {
        return OwnDataInPassword.find(password, name, Optional.of(RESIDENT)).stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void finds_a_name_in_pinyin_whatever_stands_between_its_letters() {
        assertThat(found("LinXiaoXi-47", "林小溪")).containsExactly("contains-name");
        assertThat(found("xiao.Xi_2047", "林小溪")).containsExactly("contains-name");
        assertThat(found("XiaoxiLin#7", "林小溪")).containsExactly("contains-name");
        assertThat(found("Shan-Ming-7", "单明")).containsExactly("contains-name");
        assertThat(found("Dan-Ming-77", "单明")).containsExactly("contains-name");
        assertThat(found("Lv-Fang-777", "吕芳")).containsExactly("contains-name");
        assertThat(found("Quiet-Harbour-47", "林小溪")).isEmpty();
    }

    @Test
    void finds_a_date_of_birth_in_the_number_of_a_resident_identity_card() {
        assertThat(found("Quiet-19880307", "林小溪")).containsExactly("contains-birth-date");
        assertThat(found("Quiet-1988-03-07", "林小溪")).containsExactly("contains-birth-date");
        assertThat(found("Quiet-880307", "林小溪")).containsExactly("contains-birth-date");
        assertThat(found("Quiet-8807", "林小溪")).isEmpty();
        assertThat(OwnDataInPassword.find(
                        "Quiet-19880307", "Smith", Optional.of(new IdDocument(Kind.PASSPORT_FOREIGN, "X19880307"))))
                .isEmpty();
    }

    @Test
    void a_name_that_is_not_chinese_or_too_short_in_pinyin_is_found_in_nothing() {
        assertThat(NamePinyin.spellings("Anna Smith")).isEmpty();
        assertThat(NamePinyin.spellings("鄂安")).isEmpty();
    }
}
