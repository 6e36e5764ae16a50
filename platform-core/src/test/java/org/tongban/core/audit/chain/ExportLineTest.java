package org.tongban.core.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing stands in an export that one reader sees and the check does not (CO-56). */
@Tag("CO-56")
@Tag("RL-13")
class ExportLineTest {
    private static final String SEALED = "2026-11-20T02:00:00.000000Z";
    private static final int RECORDS = 3;

    @TempDir
    private Path folder;

    private static ObjectNode node(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private static ChainLink link(int sequence, String previous) {
        var content = JsonNodeFactory.instance
                .objectNode()
                .put("id", "r" + sequence)
                .put("outcome", "done")
                .set("digest", JsonNodeFactory.instance.objectNode().put("state", "draft"));
        return ChainLink.sealing(sequence, SEALED, previous, "70" + sequence, (ObjectNode) content);
    }

    /** An export of three records, whose lines are those of the numbers 1, 2 to 4, and 5. */
    private static List<String> export() {
        var lines = new ArrayList<String>();
        lines.add(node("export")
                .put("issuer", "https://example.org")
                .put("from", "2026-11-20T00:00:00.000000Z")
                .put("until", "2026-11-21T00:00:00.000000Z")
                .put("after", 0)
                .put("previous", ChainLink.BEGINNING)
                .toString());
        var previous = ChainLink.BEGINNING;
        for (int i = 1; i <= RECORDS; i++) {
            var link = link(i, previous);
            lines.add(node("record").setAll(link.json()).toString());
            previous = link.hash();
        }
        lines.add(node("end").put("sequence", RECORDS).put("hash", previous).toString());
        return lines;
    }

    private record Said(int code, String text) {}

    private Said verified(List<String> lines) throws IOException {
        var file = folder.resolve("audit.jsonl");
        Files.write(file, lines);
        var out = new ByteArrayOutputStream();
        int code = AuditVerify.run(new PrintStream(out, true, StandardCharsets.UTF_8), file.toString());
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void an_export_that_nobody_touched_is_right() throws IOException {
        var said = verified(export());
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("3 records are", "Nothing is wrong.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "3 | \"record\":{ | \"record\":{\"id\":\"r2\",\"outcome\":\"refused\"},\"record\":{",
                "3 | \"outcome\": | \"outcome\":\"refused\",\"outcome\":",
                "3 | \"state\": | \"state\":\"gone\",\"state\":",
                "3 | \"sequence\":2 | \"sequence\":2,\"extra\":1",
                "3 | \"sequence\":2 | \"sequence\":2.5",
                "3 | \"sealedAt\":\"2026 | \"sealedAt\":\"\",\"sealedAt\":\"2026",
                "3 | \"kind\":\"record\" | \"kind\":\"note\"",
                "5 | \"sequence\": | \"extra\":1,\"sequence\":",
                "5 | \"sequence\": | \"sequence\":3,\"sequence\":",
            })
    void a_line_that_can_be_read_in_two_ways_or_says_more_is_refused(int line, String before, String after)
            throws IOException {
        var lines = export();
        assertThat(lines.get(line - 1)).contains(before);
        lines.set(line - 1, lines.get(line - 1).replace(before, after));
        var said = verified(lines);
        assertThat(said.code()).as(said.text()).isEqualTo(1);
        assertThat(said.text())
                .contains("WRONG: altered, number %d".formatted(line == 5 ? RECORDS + 1 : 2), "Line " + line);
    }

    @Test
    void what_stands_behind_a_record_on_its_line_is_refused() throws IOException {
        var lines = export();
        lines.set(2, lines.get(2) + "{\"kind\":\"record\"}");
        assertThat(verified(lines).text()).contains("WRONG: altered, number 2", "Line 3 ");
    }

    @Test
    void a_first_line_that_says_something_twice_or_more_is_none() throws IOException {
        for (var more : List.of("\"after\":0,\"after\":", "\"extra\":1,\"after\":")) {
            var lines = export();
            lines.set(0, lines.getFirst().replace("\"after\":", more));
            var said = verified(lines);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text()).contains("The first line is not that of an export");
        }
    }

    @Test
    void nothing_stands_behind_the_last_line_and_no_other_hash_in_it() throws IOException {
        var longer = export();
        longer.add(node("record").setAll(link(4, ChainLink.BEGINNING).json()).toString());
        assertThat(verified(longer).text()).contains("WRONG: altered, number 4", "Line 6");
        var other = export();
        other.set(
                4,
                node("end").put("sequence", RECORDS).put("hash", "0".repeat(64)).toString());
        assertThat(verified(other).text()).contains("WRONG: truncated, number 4");
    }

    @Test
    void an_anchor_that_says_more_is_no_line_of_an_export() throws IOException {
        var lines = export();
        lines.add(1, "{\"kind\":\"anchor\",\"day\":\"2026-11-20\",\"jws\":\"x\",\"key\":{},\"extra\":1}");
        var report =
                new ExportCheck(List.of(), null).of(new BufferedReader(new StringReader(String.join("\n", lines))));
        assertThat(report.finding())
                .isNotNull()
                .satisfies(finding -> assertThat(finding.said()).contains("Line 2 "));
    }
}
