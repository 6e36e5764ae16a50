package org.tongban.identity.user;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.identifier.Pinyin;

/** A Chinese name in the letters that people type it in, whichever of its readings is meant. */
final class NamePinyin {
    /** Shorter ones stand in passwords by chance. */
    private static final int SHORTEST = 4;
    /** Names have few characters of several readings; what has more is no name. */
    private static final int MOST = 64;

    private NamePinyin() {}

    /** The spellings of the whole name, of the name without its first character, and of the two in the other order. */
    static Set<String> spellings(String name) {
        var readings = name.codePoints()
                .filter(Character::isIdeographic)
                .mapToObj(NamePinyin::readings)
                .filter(found -> !found.isEmpty())
                .toList();
        var spellings = new LinkedHashSet<String>();
        if (readings.isEmpty()) {
            return spellings;
        }
        var given = joined(readings.subList(1, readings.size()));
        spellings.addAll(given);
        for (var first : readings.getFirst()) {
            for (var rest : given) {
                spellings.add(first + rest);
                spellings.add(rest + first);
            }
        }
        spellings.removeIf(spelling -> spelling.length() < SHORTEST);
        return spellings;
    }

    private static List<String> joined(List<Set<String>> readings) {
        var joined = List.of("");
        for (var one : readings) {
            var longer = new ArrayList<String>();
            joined.forEach(begun -> one.forEach(reading -> longer.add(begun + reading)));
            joined = List.copyOf(longer.subList(0, Math.min(MOST, longer.size())));
        }
        return joined;
    }

    /** {@code ü} is typed as {@code v}, {@code u} or {@code yu}. */
    private static Set<String> readings(int character) {
        var readings = new LinkedHashSet<String>();
        for (var reading : Pinyin.readings(character)) {
            readings.add(reading);
            readings.add(reading.replace("v", "yu"));
            readings.add(reading.replace('v', 'u'));
        }
        return readings;
    }
}
