package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A product from before the search was ranked gets the tokens that one of today has. */
@TongbanTest
@Tag("PF-70")
class SearchMigrationTest {
    private static final String MIGRATION = "/db/migration/product-filing/V202611221360__rank_search.sql";

    @Test
    void a_product_of_before_is_ranked_like_one_of_today(Tongban tongban) throws SQLException, IOException {
        var published = new Published(tongban);
        var id = published.add("𠮷祥牌 ABC-12（检测）系统", "示例科技（杭州）有限公司");
        var environment = tongban.servers().environment();
        try (var owner = DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"))) {
            owner.setAutoCommit(false);
            var today = grams(owner, id);
            assertThat(today).contains("n=𠮷祥牌abc12检测系统", "n^𠮷", "n^𠮷祥", "n:检测", "u:杭州", "u^示例", "p:41");
            try (var statement = owner.prepareStatement("""
                update product_filing.public_product
                   set grams = array(select token from unnest(grams) as token where token !~ '^[nup][=^:]')
                 where id = ?
                """)) {
                statement.setObject(1, id);
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
            assertThat(grams(owner, id)).doesNotContain("n:检测", "p:41").contains("检测", "s:filed");
            try (var statement = owner.createStatement()) {
                statement.execute(fill());
            }
            assertThat(grams(owner, id)).isEqualTo(today);
            owner.rollback();
        }
    }

    /** The statement of the migration that changes rows. */
    private static String fill() throws IOException {
        try (var in = Objects.requireNonNull(SearchMigrationTest.class.getResourceAsStream(MIGRATION))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int begin = text.indexOf("update product_filing");
            return text.substring(begin, text.indexOf(';', begin));
        }
    }

    private static TreeSet<String> grams(Connection owner, Object id) throws SQLException {
        try (var statement = owner.prepareStatement("select grams from product_filing.public_product where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                Array grams = row.getArray(1);
                return new TreeSet<>(List.of((String[]) grams.getArray()));
            }
        }
    }
}
