package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.filing.publicdata.FiledProduct.PublicPatent;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/**
 * How good the search is: judged questions about names of goods, each with the product that whoever asks it wants. What is
 * typed in letters is asked of the suggestions. The figures are those of {@code docs/performance.md}, and may not fall.
 */
@TongbanTest
@Tag("PF-70")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedSearchTest {
    /** Shares in hundredths. */
    private static final int FIRST = 97;

    private static final int FIRST_PAGE = 100;
    private static final int MEAN_RECIPROCAL_RANK = 98;

    /** Of its own, so that what other tests file is not found. */
    private static final String DIVISION = "650000";

    private final Api anyone;
    private final Published published;
    private final List<Question> questions = new ArrayList<>();

    /** A question of some kind, and the product that is wanted. */
    private record Question(String kind, String text, String wanted) {}

    JudgedSearchTest(Tongban tongban) {
        tongban.clock().moveTo(Tongban.MOMENT);
        anyone = tongban.anonymous();
        published = new Published(tongban);
    }

    @BeforeAll
    void publish() {
        var names = rows("names.csv");
        // The order of filing decides within a tier: it favours no name here.
        Collections.shuffle(names, new Random(7));
        for (var row : names) {
            var patents = row[2].isEmpty()
                    ? List.<PublicPatent>of()
                    : List.of(new PublicPatent(row[2], "一种装置", "utility-model", List.of(row[1]), "granted"));
            published.add(row[0], row[1], DIVISION, "", patents);
        }
        rows("judged.csv").forEach(row -> questions.add(new Question(row[0], row[1], row[2])));
    }

    private static List<String[]> rows(String file) {
        try (var in = Objects.requireNonNull(JudgedSearchTest.class.getResourceAsStream("/search/" + file))) {
            return new ArrayList<>(
                    lines(in).stream().skip(1).map(JudgedSearchTest::fields).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(InputStream in) throws IOException {
        return new InputStreamReader(in, StandardCharsets.UTF_8).readAllLines();
    }

    /** No field of these files has a comma or a quote in it. */
    private static String[] fields(String line) {
        return line.split(",", -1);
    }

    @Test
    void what_is_wanted_stands_first_as_often_as_ever() throws IOException {
        assertThat(questions).hasSizeGreaterThanOrEqualTo(200);
        Map<String, List<Integer>> places = new TreeMap<>();
        var missed = new ArrayList<String>();
        for (var question : questions) {
            int place = place(question);
            places.computeIfAbsent(question.kind(), kind -> new ArrayList<>()).add(place);
            if (place != 1) {
                missed.add(question + " at " + place);
            }
        }
        var all = places.values().stream().flatMap(List::stream).toList();
        var score = "%d questions: first %.1f %%, first page %.1f %%, mean reciprocal rank %.3f; not first: %s"
                .formatted(all.size(), share(all, 1), share(all, 20), reciprocal(all), String.join("; ", missed));
        Files.writeString(Path.of("target", "judged-search.txt"), score);
        assertThat(share(all, 1)).as(score).isGreaterThanOrEqualTo(FIRST);
        assertThat(share(all, 20)).as(score).isGreaterThanOrEqualTo(FIRST_PAGE);
        assertThat(reciprocal(all) * 100).as(score).isGreaterThanOrEqualTo(MEAN_RECIPROCAL_RANK);
        assertThat(places)
                .as(score)
                .allSatisfy(
                        (kind, those) -> assertThat(share(those, 20)).as(kind).isGreaterThanOrEqualTo(90));
    }

    /** The place that the product wanted got, from 1; 0 where it is on no first page. */
    private int place(Question question) {
        var typed = question.kind().equals("pinyin") || question.kind().equals("initials");
        var found = typed
                ? anyone.get(Published.PRODUCTS + "/suggestions?q="
                                + URLEncoder.encode(question.text(), StandardCharsets.UTF_8))
                        .json()
                        .path("items")
                        .findValuesAsText("text")
                : Published.names(published.search(question.text(), "&province=65"));
        return found.indexOf(question.wanted()) + 1;
    }

    private static double share(List<Integer> places, int worst) {
        return 100.0
                * places.stream().filter(place -> place > 0 && place <= worst).count()
                / places.size();
    }

    private static double reciprocal(List<Integer> places) {
        return places.stream()
                .mapToDouble(place -> place == 0 ? 0 : 1.0 / place)
                .average()
                .orElse(0);
    }
}
