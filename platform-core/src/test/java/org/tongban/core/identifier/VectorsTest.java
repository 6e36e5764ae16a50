package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@Tag("CO-72")
class VectorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Parsed<?> parsed(String kind, String value) {
        return switch (kind) {
            case "USCC" -> UnifiedSocialCreditCode.parse(value);
            case "RESIDENT_ID" -> ResidentId.parse(value, TODAY);
            case "PATENT_NO" -> PatentNumber.parse(value);
            case "CN_MOBILE" -> MainlandMobile.parse(value);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/identifier/vectors.csv", numLinesToSkip = 1)
    void judges_the_known_numbers(String kind, String value, String expect, String note) {
        assertThat(parsed(kind, value).value().isPresent()).as(note).isEqualTo(!expect.equals("invalid"));
    }
}
