package org.tongban.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.ModuleDescriptor;

/** Compares what modules may use of the platform with {@code spi.txt}; {@code CONTRIBUTING.md} says how to change it. */
@Tag("CO-8")
class SpiTest {
    private static final Path FILE = Path.of("spi.txt");
    /** The first line: the platform whose promise is kept; set anew, by hand, with each release. */
    private static final String PROMISED_BY = "promised by ";

    /** The aim of CO-8 is fewer than 40; decision 0016 says why it is one more. */
    private static final int MOST = 41;

    private static final Pattern NAMED = Pattern.compile(
            "(?<![.\\w$])(?:account|audit|crypto|event|external|file|form|health|identifier|message|module|page"
                    + "|publicdata|publicform|reference|review|state|task|time|token|web)\\.(?:[a-z]+\\.)*[A-Z]\\w*");

    private static List<String> names(String section) {
        try (var lines = Files.lines(Path.of("src/test/resources/spi-types.txt"))) {
            return lines.filter(line -> line.startsWith(section + " "))
                    .map(line -> line.substring(section.length() + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> signature() {
        var lines = new ArrayList<String>();
        for (var section : List.of("declared", "implemented", "called")) {
            for (var name : names(section)) {
                lines.addAll(Signature.of(type(name)));
            }
        }
        return lines;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("org.tongban.core." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("spi-types.txt names " + name + ", which is not there", e);
        }
    }

    private static String version() throws IOException {
        try (var stream = Objects.requireNonNull(
                        SpiTest.class.getClassLoader().getResourceAsStream(ModuleDescriptor.PATH));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var descriptor = new Properties();
            descriptor.load(reader);
            return Objects.requireNonNull(descriptor.getProperty("version"));
        }
    }

    @Test
    void is_what_the_file_says_and_breaks_with_a_higher_version_only() throws IOException {
        var written = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of(PROMISED_BY + SpiChange.NO_RELEASE);
        var before = written.getFirst().substring(PROMISED_BY.length());
        var now = signature();
        var change = SpiChange.between(written.subList(1, written.size()), now);
        if (!change.broken().isEmpty()) {
            assertThat(SpiChange.mayBreak(before, version()))
                    .as(
                            "The SPI breaks modules built for %s, and the platform is %s still:%n%s",
                            before, version(), String.join(System.lineSeparator(), change.broken()))
                    .isTrue();
        }
        if (Boolean.getBoolean("tongban.write")) {
            Files.write(
                    FILE,
                    Stream.concat(Stream.of(PROMISED_BY + before), now.stream()).toList());
        } else {
            assertThat(change.isNone())
                    .as(
                            "spi.txt is not up to date; write it with “mvn verify -pl platform-core"
                                    + " -Dtongban.write=true”:%n%s",
                            String.join(
                                    System.lineSeparator(),
                                    Stream.concat(change.broken().stream(), change.added().stream())
                                            .toList()))
                    .isTrue();
        }
    }

    @Test
    void what_a_module_declares_and_implements_are_few_types() {
        assertThat(Stream.of("declared", "implemented").flatMap(section -> names(section).stream()))
                .hasSizeLessThan(MOST)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_type_of_the_platform_that_it_names_is_part_of_it() {
        var listed = Stream.of("declared", "implemented", "called")
                .flatMap(section -> names(section).stream())
                .toList();
        var named = new TreeSet<String>();
        for (var line : signature()) {
            var match = NAMED.matcher(line);
            while (match.find()) {
                named.add(match.group());
            }
        }

        assertThat(listed).isNotEmpty().containsAll(named);
    }
}
