package org.tongban.bench.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.bench.data.Catalogue;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.publicdata.Relevance;
import org.tongban.core.publicdata.Relevance.Tier;

/**
 * A question to the public search.
 *
 * @param facets chosen filters by parameter
 * @param hits how many rows answer it, counted up to 10,001
 * @param tiers what the platform asks for its first page: everything first, and where that is too much the tiers that fill
 *     the page
 * @param ranks the tiers of the rows where the best are found at once, in the order of positions
 * @param pages the tiers that fill the page where it is full, the best first
 */
record Question(
        String text, Map<String, String> facets, long hits, List<Tier> tiers, List<Integer> ranks, List<Tier> pages) {
    private static final Map<String, String> PREFIXES =
            Map.of("state", "s:", "year", "y:", "industry", "i:", "province", "p:");
    private static final String YEAR = "y:";
    private static final String TOKENS =
            "product_filing.search_tokens(grams, position, data_year, search_text) @> cast('%s' as text[])";
    private static final int MOST = 10_001;
    private static final int PAGE = 20;
    private static final String COLUMNS = """
        id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number,
        cast(product as text) as product, cast(patents as text) as patents, changed_at\
        """;

    /** The platform's relevance, which makes grams and patterns. */
    private Relevance relevance() {
        var tokens = new ArrayList<>(SearchGrams.askedNumbers(text));
        facets.entrySet().stream()
                .filter(facet -> PREFIXES.containsKey(facet.getKey()))
                .forEach(facet -> tokens.add(PREFIXES.get(facet.getKey()) + facet.getValue()));
        return new Relevance(text, tokens);
    }

    String path() {
        return Api.PLATFORM + "/public/products?limit=20"
                + (text.isEmpty() ? "" : "&q=" + Api.encoded(text))
                + facets.entrySet().stream()
                        .map(facet -> "&" + facet.getKey() + "=" + Api.encoded(facet.getValue()))
                        .collect(Collectors.joining());
    }

    String barePath() {
        return "/search?tiers="
                + Api.encoded(tiers.stream().map(Question::written).collect(Collectors.joining("|")))
                + "&ranks="
                + ranks.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String written(Tier tier) {
        return Stream.of(
                        tier.grams(),
                        tier.names(),
                        tier.otherNames(),
                        tier.holders(),
                        tier.otherHolders(),
                        tier.texts())
                .map(values -> String.join(",", values))
                .collect(Collectors.joining(";", "", ";" + Objects.requireNonNullElse(tier.whole(), "")));
    }

    /** The platform's statements with the values in them, for tools that take no arrays. */
    List<String> sql() {
        return tiers.stream().map(this::platformSql).toList();
    }

    /**
     * The ways by hand, each of the statements that it takes: everything that answers, the best first, or the tiers alone
     * where they fill the page.
     *
     * @param byTokens whether by the tokens that are indexed, or by columns as they are read in the order of positions
     */
    List<List<String>> byHand(boolean byTokens) {
        var all = relevance().all();
        var whole = all.whole();
        var atOnce = List.of(sql(
                all,
                byTokens,
                whole == null
                        ? ""
                        : "product_filing.tier('%s', '%s', name_key, unit_key), "
                                .formatted(whole, literal(all.texts()))));
        return pages.isEmpty()
                ? List.of(atOnce)
                : List.of(
                        atOnce,
                        pages.stream().map(tier -> sql(tier, byTokens, "")).toList());
    }

    private String platformSql(Tier tier) {
        return """
            select %s from product_filing.find_products('%s', '%s', '%s', '%s', '%s', '%s',
            cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid), false, 21, nullif('%s', ''))\
            """.formatted(
                        COLUMNS,
                        literal(tier.grams()),
                        literal(tier.names()),
                        literal(tier.otherNames()),
                        literal(tier.holders()),
                        literal(tier.otherHolders()),
                        literal(tier.texts()),
                        Objects.requireNonNullElse(tier.whole(), ""));
    }

    private String sql(Tier tier, boolean byTokens, String first) {
        return """
            select %s from product_filing.public_product
            where %s
            and name_key like all (cast('%s' as text[])) and name_key not like any (cast('%s' as text[]))
            and unit_key like all (cast('%s' as text[])) and unit_key not like any (cast('%s' as text[]))
            and search_text like all (cast('%s' as text[]))
            and position < cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid)
            order by %sposition desc limit %d\
            """.formatted(
                        COLUMNS,
                        byTokens ? TOKENS.formatted(literal(tier.grams())) : columns(tier.grams()),
                        literal(tier.names()),
                        literal(tier.otherNames()),
                        literal(tier.holders()),
                        literal(tier.otherHolders()),
                        literal(tier.texts()),
                        first,
                        PAGE + 1);
    }

    private static String columns(String[] tokens) {
        // Those of years and numbers are not in the column.
        var grams = Stream.of(tokens)
                .filter(token -> !token.startsWith(YEAR) && !token.startsWith("#"))
                .toArray(String[]::new);
        var years = Stream.of(tokens)
                .filter(token -> token.startsWith(YEAR))
                .map(token -> " and data_year = " + token.substring(YEAR.length()));
        return "grams @> cast('%s' as text[])".formatted(literal(grams)) + years.collect(Collectors.joining());
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
                .filter(question -> question.relevance().texts().length > 0)
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
        var asked = new Question(text, Map.copyOf(facets), 0, List.of(), List.of(), List.of());
        var relevance = asked.relevance();
        long hits = hits(connection, relevance);
        var tiers = new ArrayList<>(List.of(relevance.all()));
        var ranks = new ArrayList<Integer>();
        var pages = new ArrayList<Tier>();
        if (!text.isEmpty()) {
            var all = names(connection, asked.platformSql(relevance.all()));
            if (all.size() != PAGE + 1) {
                all.forEach(names -> ranks.add(relevance.rank(names[0], names[1])));
            }
            if (all.size() > PAGE) {
                addTiers(connection, asked, pages);
            }
            if (all.size() == PAGE + 1) {
                tiers.addAll(pages);
            }
        }
        return new Question(text, asked.facets(), hits, List.copyOf(tiers), List.copyOf(ranks), List.copyOf(pages));
    }

    private static void addTiers(Connection connection, Question asked, List<Tier> tiers) throws SQLException {
        int rows = 0;
        for (var tier : asked.relevance().tiers()) {
            if (rows <= PAGE) {
                tiers.add(tier);
                rows += names(connection, asked.platformSql(tier)).size();
            }
        }
    }

    private static List<String[]> names(Connection connection, String sql) throws SQLException {
        var names = new ArrayList<String[]>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.add(new String[] {row.getString("name"), row.getString("unit_name")});
            }
        }
        return names;
    }

    private static long hits(Connection connection, Relevance relevance) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select count(*) from (
                select 1 from product_filing.public_product
                 where product_filing.search_tokens(grams, position, data_year, search_text) @> cast(? as text[])
                   and search_text like all (cast(? as text[])) limit ?) as found
            """)) {
            statement.setArray(
                    1, connection.createArrayOf("text", relevance.all().grams()));
            statement.setArray(2, connection.createArrayOf("text", relevance.texts()));
            statement.setInt(3, MOST);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
