package org.tongban.filing.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.filing.patent.PatentTerm;
import org.tongban.filing.patent.PatentWords;

/** The sample registry holds what its README says. */
@Tag("PF-21")
class SampleRegistryTest {
    private static final LocalDate MADE_ON = LocalDate.of(2026, 11, 20);
    private static final int MOST_ROWS = 40;

    private static List<List<String>> rows() throws IOException {
        try (var csv = Objects.requireNonNull(SampleRegistryTest.class.getResourceAsStream("/sample/patents.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        }
    }

    @Test
    void every_number_has_its_check_digit() throws IOException {
        assertThat(rows()).hasSizeLessThanOrEqualTo(MOST_ROWS).allSatisfy(row -> {
            var number = PatentNumber.parse(row.getFirst()).value();
            assertThat(number).map(PatentNumber::value).contains(row.getFirst());
        });
    }

    @Test
    void a_status_is_what_the_dates_say() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            var kind = PatentWords.kind(row.get(1)).orElseThrow();
            var expiresOn = PatentTerm.expiresOn(kind, LocalDate.parse(row.get(4)));
            var status = PatentWords.status(row.get(6)).orElseThrow();
            assertThat(status).isEqualTo(MADE_ON.isAfter(expiresOn) ? LegalStatus.EXPIRED : LegalStatus.GRANTED);
        });
    }

    @Test
    void the_first_units_patents_are_in_term() throws IOException {
        assertThat(rows().stream().filter(row -> row.get(3).equals("中科大数据研究院")))
                .extracting(List::getFirst)
                .containsExactly("202121635235.X", "202121741650.3", "202121751980.0", "202211359874.7");
    }
}
