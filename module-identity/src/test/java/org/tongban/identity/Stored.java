package org.tongban.identity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongban.testkit.Tongban;

/** What the database holds, for what has no way in or out over HTTP. */
final class Stored {
    private final Tongban tongban;

    Stored(Tongban tongban) {
        this.tongban = tongban;
    }

    /** What was told of an aggregate, as {@code type payload}, the first first. */
    List<String> events(String aggregate) {
        return texts(
                "select type || ' ' || cast(payload as text) from core.event where aggregate = '%s' order by txid, id"
                        .formatted(aggregate));
    }

    /** What the trail has of a record, the first first. */
    List<String> trail(String subject) {
        return texts("select cast(digest as text) from core.audit_record where subject_id = '%s' order by id"
                .formatted(subject));
    }

    List<String> texts(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        var environment = tongban.servers().environment();
        return DriverManager.getConnection(
                environment.getOrDefault("DATABASE_URL", ""),
                environment.getOrDefault("DATABASE_OWNER_USER", ""),
                environment.getOrDefault("DATABASE_OWNER_PASSWORD", ""));
    }

    void change(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
