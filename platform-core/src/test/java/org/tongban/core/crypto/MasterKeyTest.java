package org.tongban.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CO-58")
class MasterKeyTest {
    private static final String PLACE = "core.account.phone";

    private final MasterKey key = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void opens_what_it_sealed() {
        assertThat(key.openText(key.seal("13800138000", PLACE), PLACE)).isEqualTo("13800138000");
    }

    @Test
    void seals_the_same_text_differently_each_time() {
        assertThat(key.seal("13800138000", PLACE)).isNotEqualTo(key.seal("13800138000", PLACE));
    }

    @Test
    void refuses_a_value_with_any_single_byte_changed() {
        var sealed = key.seal("13800138000", PLACE).bytes();
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open(Encrypted.of(changed), PLACE))
                    .as("byte %d", i)
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void refuses_a_value_cut_short_at_any_length() {
        var sealed = key.seal("13800138000", PLACE).bytes();
        for (int length = 0; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> key.open(Encrypted.of(cut), PLACE))
                    .as("length %d", length)
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void refuses_a_value_moved_to_another_place() {
        var sealed = key.seal("13800138000", PLACE);
        assertThatThrownBy(() -> key.open(sealed, "core.account.email")).isInstanceOf(SealBroken.class);
    }

    @Test
    void names_the_cause_when_the_master_key_is_another_one() {
        var other = MasterKey.of("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
        var sealed = other.seal("13800138000", PLACE);
        assertThatThrownBy(() -> key.open(sealed, PLACE))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("another platform.master-key");
    }

    @Test
    void opens_what_a_replaced_key_sealed_and_seals_under_the_present_one() {
        var former = MasterKey.of("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
        var both = MasterKey.of(
                "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE= , ");
        var sealed = former.seal("13800138000", PLACE);
        assertThat(both.openText(sealed, PLACE)).isEqualTo("13800138000");
        var renewed = both.reseal(sealed, PLACE);
        assertThat(MasterKey.of("AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=").openText(renewed, PLACE))
                .isEqualTo("13800138000");
        assertThatThrownBy(() -> former.open(renewed, PLACE)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> both.reseal(sealed, "core.account.email")).isInstanceOf(SealBroken.class);
        assertThat(both.hasOldKeys()).isTrue();
        assertThat(former.hasOldKeys()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "AAAA,AAAA",
                "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
                "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="
            })
    void stops_the_start_where_the_replaced_keys_are_none_or_twice_the_same(String old) {
        assertThatThrownBy(() -> MasterKey.of("AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", old))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("platform.old-master-keys")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(old));
    }

    @Test
    void finds_equal_texts_of_one_place_by_blind_index_and_no_others() {
        assertThat(key.blindIndex("13800138000", PLACE))
                .hasSize(32)
                .isEqualTo(key.blindIndex("13800138000", PLACE))
                .isNotEqualTo(key.blindIndex("13800138001", PLACE))
                .isNotEqualTo(key.blindIndex("13800138000", "core.account.email"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "not base64 at all!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void stops_the_start_naming_the_property_when_the_key_is_not_32_bytes(String wrong) {
        assertThatThrownBy(() -> MasterKey.of(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("platform.master-key")
                .satisfies(e -> assertThat(wrong.isEmpty() || !e.getMessage().contains(wrong))
                        .isTrue());
    }
}
