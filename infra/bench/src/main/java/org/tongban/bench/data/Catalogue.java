package org.tongban.bench.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What is invented: each record follows from the seed and its index alone, so that any of them can be made at any time. */
public final class Catalogue {
    private static final long SEED = 20_261_120L;
    private static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");
    private static final long SPAN = 46L * 30 * 24 * 3600 * 1000;
    private static final List<String> DIVISIONS = List.of(
            "110000", "440300", "310000", "440100", "320500", "330100", "320100", "420100", "510100", "500000",
            "610100", "120000", "370200", "330200", "320200", "430100", "410100", "441900", "440600", "340100");
    private static final List<String> CATEGORIES =
            List.of("9802030101", "9801010101", "9801020101", "9802020102", "9901010101", "9803020101");
    private static final List<String> INDUSTRIES = List.of(
            "35", "39", "38", "34", "40", "33", "29", "26", "27", "65", "37", "36", "01", "13", "21", "17", "63");
    private static final List<String> SERIES = List.of("TX", "HK", "ZN", "GD", "KY", "MR", "BL", "SF", "QY", "DW");

    private final int rows;
    private final Zipf units;
    private final Zipf words = new Zipf(100, 1.0);
    private final Zipf divisions = new Zipf(DIVISIONS.size(), 0.7);
    private final int unitCount;

    /** @param rows how many filed products there are, and how many patents */
    public Catalogue(int rows) {
        this.rows = rows;
        this.unitCount = Math.max(50, rows / 50);
        this.units = new Zipf(unitCount, 0.9);
    }

    public int rows() {
        return rows;
    }

    /** The codes of coded fields, by reference set. */
    public static Map<String, List<String>> codes() {
        return Map.of("product-category", CATEGORIES, "gbt4754", INDUSTRIES);
    }

    public int unitCount() {
        return unitCount;
    }

    /** A unit; those of the indexes 0 and 1 are the sample data's. */
    public record Unit(String uscc, String name, String division) {}

    /** A filed product. */
    public record Item(
            UUID id,
            UUID position,
            UUID reviewCase,
            UUID picture,
            int unit,
            String name,
            String model,
            String category,
            String industry,
            String introduction,
            int dataYear,
            Instant filedAt,
            String number,
            List<Patent> patents) {
        public LocalDate filedOn() {
            return filedAt.atOffset(ZoneOffset.ofHours(8)).toLocalDate();
        }
    }

    /** A patent of a unit. */
    public record Patent(
            UUID id, int unit, String number, PatentSort sort, String title, LocalDate filedOn, String status) {}

    /** The three kinds, spelt as a module's tables and as the registry do. */
    public enum PatentSort {
        INVENTION("invention"),
        UTILITY_MODEL("utility-model"),
        DESIGN("design");

        private final String code;

        PatentSort(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The unit of an index from 2. */
    public Unit unit(int index) {
        var random = random(1, index);
        int place = divisions.draw(random);
        var name = Words.PLACES.get(place)
                + word(Words.BRANDS, random)
                + word(Words.BRANDS, random)
                + word(Words.TRADES, random)
                + word(Words.KINDS, random);
        return new Unit(Codes.uscc(DIVISIONS.get(place), index), name, DIVISIONS.get(place));
    }

    /** The product of an index, the later ones filed later. */
    public Item item(int index) {
        var random = random(2, index);
        long filed = BEGIN.toEpochMilli() + (long) ((double) index / rows * SPAN);
        int unit = units.draw(random);
        var at = Instant.ofEpochMilli(filed);
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        var name = name(random);
        return new Item(
                Codes.id(filed - 86_400_000L, random),
                Codes.id(filed, random),
                Codes.id(filed - 43_200_000L, random),
                Codes.id(filed - 90_000_000L, random),
                unit,
                name,
                SERIES.get(random.nextInt(SERIES.size())) + "-" + (100 + random.nextInt(9_900)) + letter(random),
                word(CATEGORIES, random),
                word(INDUSTRIES, random),
                name + "，" + word(Words.TASKS, random) + "，" + word(Words.EFFECTS, random) + "。",
                year - 1,
                at,
                Codes.receipt("CP", year, index + 1),
                random.nextInt(3) == 0
                        ? List.of(patent(random.nextInt(rows)), patent(random.nextInt(rows)))
                        : List.of(patent(random.nextInt(rows))));
    }

    /** The patent of an index. */
    public Patent patent(int index) {
        var random = random(3, index);
        int year = 2012 + random.nextInt(14);
        var kinds = PatentSort.values();
        var kind = kinds[new int[] {0, 1, 1, 1, 2}[random.nextInt(5)]];
        return new Patent(
                Codes.id(BEGIN.toEpochMilli() + (long) ((double) index / rows * SPAN), random),
                units.draw(random),
                Codes.patent(year, kind.ordinal() + 1, index % 10_000_000),
                kind,
                (kind == PatentSort.DESIGN ? "" : "一种") + name(random),
                LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                random.nextInt(8) == 0 ? "lapsed" : "granted");
    }

    private String name(SplittableRandom random) {
        var name = new StringBuilder();
        if (random.nextInt(3) > 0) {
            name.append(word(Words.QUALITIES, random));
        }
        if (random.nextInt(2) > 0) {
            name.append(word(Words.MATERIALS, random));
        }
        name.append(word(Words.FUNCTIONS, random));
        if (random.nextInt(4) == 0) {
            name.append(word(Words.FUNCTIONS, random));
        }
        return name.append(word(Words.OBJECTS, random)).toString();
    }

    private String word(List<String> from, SplittableRandom random) {
        int rank = words.draw(random);
        while (rank >= from.size()) {
            rank = words.draw(random);
        }
        return from.get(rank);
    }

    private static String letter(SplittableRandom random) {
        return Character.toString((char) ('A' + random.nextInt(8)));
    }

    private static SplittableRandom random(int sort, int index) {
        return new SplittableRandom(SEED * 31 + sort * 1_000_000_007L + index * 0x9E3779B97F4A7C15L);
    }
}
