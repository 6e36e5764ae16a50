package org.tongban.core.identifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Han characters in the letters that people type them in, without tones; {@code ü} is {@code v}. */
public final class Pinyin {
    /** More readings than this are those of old books. */
    private static final int READINGS = 4;

    private Pinyin() {}

    /** All readings of a character; none where it is no Han character. */
    public static Set<String> readings(int character) {
        var found =
                Character.isBmpCodePoint(character) ? PinyinHelper.toHanyuPinyinStringArray((char) character) : null;
        var readings = new LinkedHashSet<String>();
        if (found != null) {
            for (var reading : found) {
                readings.add(
                        reading.toLowerCase(Locale.ROOT).replaceAll("[0-9]", "").replace("u:", "v"));
            }
        }
        return readings;
    }

    /**
     * The spellings of a text, its letters and digits as they are: first that of the usual readings, then those where one
     * character is read otherwise, and so on.
     *
     * @param most no more than this
     */
    public static List<String> spellings(String text, int most) {
        return spelled(text, most, reading -> reading);
    }

    /** The first letters of each character's reading, as {@link #spellings}. */
    public static List<String> initials(String text, int most) {
        return spelled(text, most, reading -> reading.substring(0, 1));
    }

    private static List<String> spelled(String text, int most, UnaryOperator<String> shown) {
        var choices = text.codePoints()
                .mapToObj(character -> choices(character, shown))
                .toList();
        var found = new LinkedHashSet<String>();
        var usual = choices.stream().map(List::getFirst).toList();
        found.add(String.join("", usual));
        // One more character is read otherwise in each round, behind those that are already.
        var round = List.of(new Spelling(usual, 0));
        while (found.size() < most && !round.isEmpty()) {
            round = next(round, choices, most);
            round.stream()
                    .map(spelling -> String.join("", spelling.parts()))
                    .limit(most)
                    .forEach(found::add);
        }
        return found.stream().limit(most).toList();
    }

    /** A spelling, and from which character on others may still be read otherwise. */
    private record Spelling(List<String> parts, int from) {}

    private static List<Spelling> next(List<Spelling> round, List<List<String>> choices, int most) {
        var next = new ArrayList<Spelling>();
        for (var spelling : round) {
            for (int place = spelling.from(); place < choices.size() && next.size() < most; place++) {
                for (var other :
                        choices.get(place).subList(1, choices.get(place).size())) {
                    var parts = new ArrayList<>(spelling.parts());
                    parts.set(place, other);
                    next.add(new Spelling(List.copyOf(parts), place + 1));
                }
            }
        }
        return next;
    }

    private static List<String> choices(int character, UnaryOperator<String> shown) {
        var readings = readings(character).stream()
                .map(shown)
                .distinct()
                .limit(READINGS)
                .toList();
        return readings.isEmpty() ? List.of(Character.toString(character)) : readings;
    }
}
