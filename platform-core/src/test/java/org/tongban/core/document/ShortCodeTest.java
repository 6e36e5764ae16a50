package org.tongban.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.crypto.MasterKey;

/** The codes of documents: read however they are told, and made by nobody else (CO-60). */
@Tag("CO-60")
class ShortCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ShortCode codes = new ShortCode(key(1));

    private static MasterKey key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return MasterKey.of(Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void a_code_is_read_as_it_was_made_and_none_comes_twice() {
        var made = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var code = codes.next();
            assertThat(code).matches("[" + ALPHABET + "]{16}");
            assertThat(codes.read(code)).contains(code);
            assertThat(made.add(code)).isTrue();
        }
    }

    @Test
    void it_is_read_in_groups_in_lower_case_in_full_width_and_with_letters_that_look_like_digits() {
        var code = codes.next();
        var grouped = ShortCode.grouped(code);
        assertThat(grouped).matches("(.{4}-){3}.{4}");
        assertThat(codes.read(grouped)).contains(code);
        assertThat(codes.read(" " + grouped.toLowerCase(Locale.ROOT).replace('-', ' ') + " "))
                .contains(code);
        assertThat(codes.read(grouped.replace('-', '－'))).contains(code);
        assertThat(codes.read(code.replace('0', 'O').replace('1', 'l'))).contains(code);
        var wide = new StringBuilder();
        code.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        assertThat(codes.read(wide.toString())).contains(code);
    }

    @Test
    void no_character_of_it_can_be_another() {
        var code = codes.next();
        for (int i = 0; i < code.length(); i++) {
            int place = i;
            var other = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(place)) + 7) % 32);
            var forged = code.substring(0, place) + other + code.substring(place + 1);
            assertThat(codes.read(forged)).as("place %d", place).isEmpty();
        }
    }

    @Test
    void a_code_of_another_installation_is_none() {
        assertThat(new ShortCode(key(2)).read(codes.next())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "ABCD",
                "0000000000000000",
                "UUUU-UUUU-UUUU-UUUU",
                "../../../../etc/passwd",
                "'; drop table"
            })
    void what_is_no_code_is_none(String typed) {
        assertThat(codes.read(typed)).isEmpty();
        assertThat(codes.read(typed.repeat(1000))).isEmpty();
    }
}
