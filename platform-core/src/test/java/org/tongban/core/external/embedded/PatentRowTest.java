package org.tongban.core.external.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.csv.CsvFile;
import org.tongban.core.csv.CsvTable;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.task.JobRejection;

@Tag("CO-75")
class PatentRowTest {
    private static final String HEADER = "patentNumber,kind,title,holders,filedOn,grantedOn,legalStatus,statusOn\n";
    private static final String GOOD =
            "ZL2015109587720,invention,\"一种“水表”, 智能\",甲公司;乙公司,2015-12-18,2018-01-05,granted,2026-01-01\n";

    @Test
    void reads_a_row_with_quotes_several_holders_and_a_number_in_any_spelling() {
        assertThat(read(GOOD).entries())
                .containsExactly(new Entry(
                        new PatentNumber("201510958772.0"),
                        PatentKind.INVENTION,
                        "一种“水表”, 智能",
                        List.of("甲公司", "乙公司"),
                        LocalDate.of(2015, 12, 18),
                        LocalDate.of(2018, 1, 5),
                        LegalStatus.GRANTED,
                        LocalDate.of(2026, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZL2015109587721,invention,甲,乙,2015-12-18,,granted,2026-01-01 | check-digit",
                "201510958772.0,design,甲,乙,2015-12-18,,granted,2026-01-01 | kind-mismatch",
                "201510958772.0,patent,甲,乙,2015-12-18,,granted,2026-01-01 | choice",
                "201510958772.0,invention,,乙,2015-12-18,,granted,2026-01-01 | required",
                "201510958772.0,invention,甲,;,2015-12-18,,granted,2026-01-01 | holders",
                "201510958772.0,invention,甲,乙,2015-02-30,,granted,2026-01-01 | date",
                "201510958772.0,invention,甲,乙,2015-12-18,2015-12-17,granted,2026-01-01 | before-filing",
                "201510958772.0,invention,甲,乙,2015-12-18,,granted,2026-11-21 | in-the-future",
                "201510958772.0,invention,甲,乙,2015-12-18,,granted | field-count",
                "201510958772.0,invention,\"甲\"x,乙,2015-12-18,,granted,2026-01-01 | quote",
                "201510958772.0,invention,\uFFFD,乙,2015-12-18,,granted,2026-01-01 | encoding"
            })
    void rejects_a_bad_row_with_its_line_and_reason(String row, String reason) {
        var csv = read(GOOD + row);
        assertThat(csv.entries()).hasSize(1);
        assertThat(csv.rejections())
                .extracting(JobRejection::line, JobRejection::reason)
                .containsExactly(tuple(3L, reason));
        assertThat(csv.rows()).isEqualTo(2);
    }

    @Test
    void reads_by_how_many_days_a_term_was_extended() {
        var header = HEADER.strip() + ",termExtensionDays\n";
        assertThat(readWhole(header + GOOD.strip() + ",137\n").entries())
                .extracting(Entry::termExtensionDays)
                .containsExactly(137);
        for (var wrong : List.of("-1", "3651", "1.5", "99999999999", "一")) {
            assertThat(readWhole(header + GOOD.strip() + "," + wrong + "\n").rejections())
                    .extracting(JobRejection::reason)
                    .containsExactly("count");
        }
    }

    @Test
    void names_everything_that_is_wrong_with_a_row() {
        var rejection = read("1,patent,,,,,,").rejections().getFirst();
        assertThat(rejection.message().zh()).contains("专利号", "kind", "title", "holders", "filedOn", "statusOn");
    }

    @Test
    void keeps_the_later_status_of_a_number_that_stands_twice() {
        var csv = read(GOOD + GOOD.replace("granted,2026-01-01", "expired,2026-02-01") + GOOD);
        assertThat(csv.entries()).extracting(Entry::legalStatus).containsExactly(LegalStatus.EXPIRED);
    }

    private static CsvFile<Entry> read(String rows) {
        return readWhole(HEADER + rows);
    }

    private static CsvFile<Entry> readWhole(String file) {
        return CsvFile.read(
                file,
                new CsvTable<>(
                        PatentRow.REQUIRED,
                        Set.of(),
                        row -> PatentRow.read(row, LocalDate.of(2026, 11, 20)),
                        entry -> entry.number().value(),
                        PatentRegistryImport::later,
                        entries -> {}));
    }
}
