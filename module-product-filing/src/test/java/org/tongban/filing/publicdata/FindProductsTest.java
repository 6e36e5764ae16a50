package org.tongban.filing.publicdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Keyset;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The function of the database that goes through slices of the list finds what a whole reading finds, in its order. */
@TongbanTest
@Tag("PF-70")
@Tag("PE-16")
class FindProductsTest {
    private static final List<String> TOKENS = List.of("x:all", "x:half", "x:few", "x:old", "x:none", "x:burst");

    /** A third within seconds, a third a row an hour, a third over forty years; a text that grams find and that is not there;
     * names and holders of every tier. */
    private static final String FILL = """
        insert into product_filing.public_product (
               id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number, product, patents,
               search_text, grams, changed_at)
        select gen_random_uuid(), made.position, 'n', 'u', 'c', '330000', 'filed', 2020 + n % 3, '2026-01-01', 'no', '{}', '[]',
               case when n % 7 <> 0 then 'abxbc unit' else
                    (array['abc', 'abcd', 'xabc', 'other'])[1 + n / 7 % 4] || ' ' ||
                    (array['abc', 'abcd', 'xabc', 'other'])[1 + n / 28 % 4] || ' abc' end,
               array_remove(array['x:all', case when n % 2 = 0 then 'x:half' end, case when n % 211 = 0 then 'x:few' end,
                   case when n % 3 = 2 then 'x:old' end, case when n % 3 = 0 then 'x:burst' end], null), now()
          from generate_series(1, 4000) as n, (select cast(? as boolean)) as of (ages)
         cross join lateral (
               select cast(lpad(to_hex(case n % 3
                          when 0 then 1764000000000 + n
                          when 1 then 1764000000000 - cast(n as bigint) * 3600000
                          else 500000000000 + cast(n as bigint) * 300000000 end), 12, '0')
                      || '7' || lpad(to_hex(n), 3, '0') || '8' || lpad(to_hex(n), 15, '0') as uuid) as position) as made
         where (n % 3 = 2) = of.ages
        """;

    private static List<UUID> ids(Connection database, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        }
    }

    private static List<UUID> found(
            Connection database, String tokens, String text, UUID edge, boolean newer, int most, @Nullable String whole)
            throws SQLException {
        return ids(database, """
            select position
              from product_filing.find_products(
                   cast(? as text[]), '{}', '{.}', '{}', '{.}', cast(? as text[]), ?, ?, ?, ?)
            """, tokens, text, edge, newer, most, whole);
    }

    private static List<UUID> read(Connection database, String tokens, String text, UUID edge, boolean newer, int most)
            throws SQLException {
        return ids(database, """
            select position
              from product_filing.public_product
             where grams || ('y:' || data_year) @> cast(? as text[]) and search_text like all (cast(? as text[]))
               and position %s ? order by position %s limit ?
            """.formatted(newer ? ">" : "<", newer ? "" : "desc"), tokens, text, edge, most);
    }

    /** The best of all, told as by itself, in the order of positions. */
    private static List<UUID> best(Connection database, String tokens, UUID edge, int most) throws SQLException {
        return ids(database, """
            select position from (
                select position
                  from product_filing.public_product, (select array['abc', 'abcd', 'xabc']) as better (keys)
                 where grams || ('y:' || data_year) @> cast(? as text[]) and search_text like '%abc%' and position < ?
                 order by coalesce(array_position(keys, name_key), 3 + array_position(keys, unit_key), 7), position desc
                 limit ?) as best
             order by position desc
            """, tokens, edge, most);
    }

    @Test
    void whatever_is_asked_from_wherever_either_way_is_found_as_if_all_were_read(Tongban tongban) throws SQLException {
        try (var owner = owner(tongban)) {
            fill(owner, false);
            compare(owner);
            fill(owner, true);
            compare(owner);
            owner.rollback();
        }
    }

    @Test
    void the_best_come_where_all_that_answer_were_read_and_else_the_nearest(Tongban tongban) throws SQLException {
        try (var owner = owner(tongban)) {
            fill(owner, false);
            fill(owner, true);
            var given = TOKENS.stream()
                    .flatMap(token -> Stream.of(token, token + ",y:2021"))
                    .map("{%s}"::formatted)
                    .toList();
            int bests = 0;
            for (var tokens : given) {
                for (int most : List.of(1, 5, 21, 101)) {
                    var found = found(owner, tokens, "{%abc%}", Keyset.FIRST, false, most, "abc");
                    boolean best = found.size() > most;
                    bests += best ? 1 : 0;
                    assertThat(found)
                            .as("%s, %s at most", tokens, most)
                            .isEqualTo(
                                    best
                                            ? best(owner, tokens, Keyset.FIRST, most + 1)
                                            : read(owner, tokens, "{%abc%}", Keyset.FIRST, false, most));
                }
            }
            owner.rollback();
            assertThat(bests).isBetween(5, 4 * given.size() - 5);
        }
    }

    /** In a transaction, which every test rolls back. */
    private static Connection owner(Tongban tongban) throws SQLException {
        var environment = tongban.servers().environment();
        var owner = DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"));
        owner.setAutoCommit(false);
        return owner;
    }

    /** @param ages whether those that are spread over forty years, or the others */
    private static void fill(Connection database, boolean ages) throws SQLException {
        try (var statement = database.prepareStatement(FILL)) {
            statement.setBoolean(1, ages);
            assertThat(statement.executeUpdate()).isGreaterThan(1_000);
        }
    }

    private static void compare(Connection database) throws SQLException {
        var edges = new ArrayList<>(ids(database, """
            select position from product_filing.public_product where 'x:all' = any (grams) order by id limit 12
            """));
        edges.addAll(List.of(Keyset.FIRST, new UUID(0, 0)));
        var random = new SplittableRandom(5);
        for (var edge : edges) {
            for (var token : TOKENS) {
                for (var text : List.of("{}", "{%abc%}")) {
                    for (var newer : List.of(false, true)) {
                        int most = List.of(1, 21, 101).get(random.nextInt(3));
                        var tokens = "{%s%s}".formatted(token, random.nextInt(4) == 0 ? ",y:2021" : "");
                        compare(database, tokens, text, edge, newer, most);
                    }
                }
            }
        }
    }

    private static void compare(Connection database, String tokens, String text, UUID edge, boolean newer, int most)
            throws SQLException {
        assertThat(found(database, tokens, text, edge, newer, most, null))
                .as("%s %s beside %s, newer %s, %s at most", tokens, text, edge, newer, most)
                .isEqualTo(read(database, tokens, text, edge, newer, most));
    }
}
