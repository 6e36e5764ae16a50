package org.tongban.bench.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tongban.bench.data.Catalogue;
import org.tongban.core.identifier.SearchGrams;

/**
 * A question to the public search.
 *
 * @param facets chosen filters by parameter
 * @param hits how many rows answer it, counted up to 10,001
 */
record Question(String text, Map<String, String> facets, long hits) {
    private static final Map<String, String> PREFIXES = Map.of("state", "s:", "industry", "i:");
    private static final int MOST = 10_001;

    /** The tokens that the platform asks the index for. */
    String[] grams() {
        var tokens = facets.entrySet().stream()
                .filter(facet -> PREFIXES.containsKey(facet.getKey()))
                .map(facet -> PREFIXES.get(facet.getKey()) + facet.getValue())
                .toList();
        return SearchGrams.asked(text, tokens);
    }

    /** The patterns that the platform rechecks. */
    String[] words() {
        return SearchGrams.words(text).stream().map(word -> "%" + word + "%").toArray(String[]::new);
    }

    String path() {
        return Api.PLATFORM + "/public/products?limit=20"
                + (text.isEmpty() ? "" : "&q=" + Api.encoded(text))
                + facets.entrySet().stream()
                        .map(facet -> "&" + facet.getKey() + "=" + Api.encoded(facet.getValue()))
                        .collect(Collectors.joining());
    }

    String barePath() {
        return "/search?grams=" + Api.encoded(String.join(",", grams())) + "&words="
                + Api.encoded(String.join(",", words()));
    }

    /** The platform's statement with the values in it, for tools that take no arrays. */
    String sql() {
        return """
            select id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number,
            cast(product as text) as product, cast(patents as text) as patents, changed_at
            from product_filing.public_product
            where grams @> cast('%s' as text[]) and search_text like all (cast('%s' as text[])) and %s
            and position < cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid)
            order by position desc limit 21\
            """.formatted(literal(grams()), literal(words()), year());
    }

    /** The condition on the year, which has a column of its own. */
    private String year() {
        return facets.containsKey("year") ? "data_year = " + facets.get("year") : "true";
    }

    private static String literal(String[] values) {
        return Arrays.stream(values).map(value -> '"' + value + '"').collect(Collectors.joining(",", "{", "}"));
    }

    /** Parts of two to eight characters of what is filed, from rare to very common ones. */
    static List<Question> substrings(Catalogue catalogue, Connection connection, int count) throws SQLException {
        var random = new SplittableRandom(21);
        var drawn = new ArrayList<Question>();
        for (int i = 0; i < count * 3; i++) {
            var item = catalogue.item(random.nextInt(catalogue.rows()));
            var source = random.nextInt(4) == 0 ? item.introduction() : item.name();
            drawn.add(counted(connection, part(source, 2 + random.nextInt(7), random), Map.of()));
        }
        return spread(drawn, count);
    }

    /** Any mix of text and filters, text alone and filters alone among them. */
    static List<Question> mixed(Catalogue catalogue, Connection connection, int count) throws SQLException {
        var random = new SplittableRandom(22);
        var drawn = new ArrayList<Question>();
        while (drawn.size() < count) {
            var item = catalogue.item(random.nextInt(catalogue.rows()));
            var facets = new LinkedHashMap<String, String>();
            if (random.nextInt(3) == 0) {
                facets.put("state", "filed");
            }
            if (random.nextInt(2) == 0) {
                facets.put("year", Integer.toString(2021 + random.nextInt(6)));
            }
            if (random.nextInt(2) == 0) {
                facets.put("industry", List.of("C", "I", "A", "E", "B").get(random.nextInt(5)));
            }
            var text = random.nextInt(5) == 0 ? "" : part(item.name(), 2 + random.nextInt(5), random);
            if (!text.isEmpty() || !facets.isEmpty()) {
                drawn.add(counted(connection, text, facets));
            }
        }
        return drawn;
    }

    private static String part(String source, int length, SplittableRandom random) {
        int taken = Math.min(length, source.length());
        int begin = random.nextInt(source.length() - taken + 1);
        return source.substring(begin, begin + taken);
    }

    /** Evenly over the order of their hits. */
    private static List<Question> spread(List<Question> drawn, int count) {
        var sorted = drawn.stream()
                .filter(question -> question.words().length > 0)
                .sorted(Comparator.comparingLong(Question::hits))
                .toList();
        var taken = new ArrayList<Question>();
        for (int i = 0; i < count; i++) {
            taken.add(sorted.get((int) ((long) i * sorted.size() / count)));
        }
        return taken;
    }

    private static Question counted(Connection connection, String text, Map<String, String> facets)
            throws SQLException {
        var question = new Question(text, Map.copyOf(facets), 0);
        try (var statement = connection.prepareStatement("""
            select count(*) from (
                select 1 from product_filing.public_product
                 where grams @> cast(? as text[]) and search_text like all (cast(? as text[]))
                   and (cast(? as int) < 0 or data_year = ?) limit ?) as found
            """)) {
            statement.setArray(1, connection.createArrayOf("text", question.grams()));
            statement.setArray(2, connection.createArrayOf("text", question.words()));
            int year = Integer.parseInt(question.facets().getOrDefault("year", "-1"));
            statement.setInt(3, year);
            statement.setInt(4, year);
            statement.setInt(5, MOST);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Question(text, question.facets(), row.getLong(1));
            }
        }
    }
}
