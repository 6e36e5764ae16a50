package org.tongban.core.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.task.JobRejection;

@Tag("CO-75")
class PatentCsvTest {
    private static final List<String> HEADER =
            List.of("patentNumber", "kind", "title", "holders", "filedOn", "grantedOn", "legalStatus", "statusOn");
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
                "201510958772.0,invention,甲,乙,2015-12-18,,granted | field-count",
                "201510958772.0,invention,\"甲\"x,乙,2015-12-18,,granted,2026-01-01 | quote",
                "201510958772.0,invention,\uFFFD,乙,2015-12-18,,granted,2026-01-01 | encoding"
            })
    void rejects_a_bad_row_with_its_line_and_reason(String row, String reason) {
        var csv = read(GOOD + row);
        assertThat(csv.entries()).hasSize(1);
        assertThat(csv.rejections())
                .extracting(JobRejection::line, JobRejection::reason)
                .containsExactly(tuple(2L, reason));
        assertThat(csv.rows()).isEqualTo(2);
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

    @Test
    void cuts_a_file_into_chunks_of_whole_records() throws IOException {
        var row = "a,\"b\n\"\"c\"\"\",d\n";
        var bytes = (row.repeat(5_000) + "last,one").getBytes(StandardCharsets.UTF_8);
        var first = CsvChunk.read(new ByteArrayInputStream(bytes));
        assertThat(first.records()).isEqualTo(5_000);
        assertThat(first.lines()).isEqualTo(10_000);
        assertThat(first.last()).isFalse();
        var second = CsvChunk.read(new ByteArrayInputStream(bytes, first.length(), bytes.length - first.length()));
        assertThat(second.text(null)).isEqualTo("last,one");
        assertThat(second.records()).isEqualTo(1);
        assertThat(second.last()).isTrue();
    }

    @Test
    void goes_on_behind_a_quote_that_is_never_closed() throws IOException {
        var bytes = ("a,\"b\n" + "c,d\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        var first = CsvChunk.read(new ByteArrayInputStream(bytes));
        assertThat(first.tooLong()).isTrue();
        assertThat(first.text(null)).isEqualTo("a,\"b\n");
        assertThat(first.last()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030"})
    void tells_the_character_set_from_the_bytes(String name) throws IOException {
        var charset = Charset.forName(name);
        var chunk = CsvChunk.read(new ByteArrayInputStream("智能水表,镕𠮷\n".getBytes(charset)));
        assertThat(chunk.charset(null)).isEqualTo(charset);
        assertThat(chunk.text(charset)).isEqualTo("智能水表,镕𠮷\n");
    }

    @Test
    void leaves_the_character_set_open_while_there_is_only_ascii() throws IOException {
        var chunk = CsvChunk.read(new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(chunk.charset(null)).isNull();
        assertThat(chunk.charset(CsvChunk.GB18030)).isEqualTo(CsvChunk.GB18030);
    }

    @Test
    void drops_the_byte_order_mark() throws IOException {
        var chunk = CsvChunk.read(new ByteArrayInputStream("\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(chunk.text(chunk.charset(null))).isEqualTo("a,b\n");
    }

    @Test
    void counts_the_rows_of_a_file_as_it_passes() throws IOException {
        var count = new LineCount(new ByteArrayInputStream("h\n1\n2".getBytes(StandardCharsets.US_ASCII)));
        count.readAllBytes();
        assertThat(count.rowsBelowHeader()).isEqualTo(2);
    }

    private static PatentCsv read(String text) {
        try {
            var csv = new PatentCsv(HEADER);
            var chunk = CsvChunk.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            PatentCsv.rows(chunk, StandardCharsets.UTF_8).forEach(row -> csv.read(row, 1));
            return csv;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
