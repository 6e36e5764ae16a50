package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CO-72")
class IdentifierChecksTest {
    private static final IdentifierCheck GTIN =
            Objects.requireNonNull(IdentifierChecks.all().get("gtin"));

    @ParameterizedTest
    @ValueSource(strings = {"6901234567892", "96385074", "036000291452", "10614141000415"})
    void accepts_a_barcode_of_each_length(String barcode) {
        assertThat(GTIN.check(barcode)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567890", "96385075", "036000291453", "10614141000416"})
    void refuses_a_wrong_check_digit(String barcode) {
        assertThat(GTIN.check(barcode)).get().extracting(IdentifierCheck.Problem::code).isEqualTo("check-digit");
    }
}
