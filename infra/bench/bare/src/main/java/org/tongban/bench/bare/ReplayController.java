package org.tongban.bench.bare;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the statements that the platform ran for a request in one transaction, with other ids (PE-3, PE-4). */
@Controller("/replay")
class ReplayController {
    private final DataSource database;
    private final Scripts scripts;

    ReplayController(DataSource database, Scripts scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /**
     * Answers the body, or what the platform answered where there is none.
     *
     * @param id the record that the request is about
     * @param file the file that the record names
     * @param proof the other one
     */
    @Post("/{name}/{id}")
    Map<String, Object> replay(
            String name,
            UUID id,
            @Nullable @QueryValue String file,
            @Nullable @QueryValue String proof,
            @Body @Nullable Map<String, Object> document)
            throws SQLException, IOException {
        var script = scripts.named(name);
        var values = new HashMap<String, String>();
        values.put("id", id.toString());
        values.put("file", file == null ? "" : file);
        values.put("proof", proof == null ? "" : proof);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (var step : script.statements()) {
                    run(connection, step, values);
                }
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        return document == null ? script.answer() : document;
    }

    private static void run(Connection connection, Scripts.Step step, Map<String, String> values) throws SQLException {
        try (var statement = connection.prepareStatement(step.sql())) {
            int place = 1;
            for (var parameter : step.parameters()) {
                bind(statement, place++, parameter == null ? null : filled(parameter, values));
            }
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            rows.getString(column);
                        }
                    }
                }
            }
        }
    }

    /** Of no type of ours: the server infers it, as it did for the platform. */
    private static void bind(PreparedStatement statement, int place, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.OTHER);
        } else {
            statement.setObject(place, value, Types.OTHER);
        }
    }

    private static String filled(String parameter, Map<String, String> values) {
        int begin = parameter.indexOf("${");
        if (begin < 0) {
            return parameter;
        }
        var text = new StringBuilder();
        int copied = 0;
        while (begin >= 0) {
            int end = parameter.indexOf('}', begin);
            text.append(parameter, copied, begin)
                    .append(values.computeIfAbsent(parameter.substring(begin + 2, end), ReplayController::fresh));
            copied = end + 1;
            begin = parameter.indexOf("${", copied);
        }
        return text.append(parameter, copied, parameter.length()).toString();
    }

    /** An id made as the platform makes one, the time first, or a text that is there once. */
    private static String fresh(String name) {
        var random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        var id = new UUID(time, random.nextLong() >>> 2 | 1L << 63);
        return name.startsWith("text") ? "X" + id : id.toString();
    }
}
