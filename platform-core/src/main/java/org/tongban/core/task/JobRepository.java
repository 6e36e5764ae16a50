package org.tongban.core.task;

import io.micronaut.core.type.Argument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** All SQL of jobs, their viewers and their rejections. */
@Singleton
class JobRepository {
    private static final String COLUMNS = """
        id, type, state, parameters, cursor, total, done, rejected, failure_zh, failure_en, created_at, started_at,
        finished_at, version\
        """;

    private final JdbcOperations jdbc;
    private final JsonMapper json;

    JobRepository(JdbcOperations jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a queued job; false where one of the same type and key is not over. */
    boolean add(
            UUID id,
            String type,
            Map<String, String> parameters,
            @Nullable String dedupKey,
            @Nullable UUID account,
            @Nullable String region,
            Instant now) {
        return changed("""
            insert into core.job (id, type, dedup_key, state, parameters, cursor, done, rejected, failures,
                created_by, region, created_at, version)
            values (?, ?, ?, 'queued', cast(? as jsonb), '{}', 0, 0, 0, ?, ?, ?, 0)
            on conflict (type, dedup_key) where state in ('queued', 'running') do nothing\
            """, statement -> {
            statement.setObject(1, id);
            statement.setString(2, type);
            statement.setString(3, dedupKey);
            statement.setString(4, written(parameters));
            statement.setObject(5, account);
            statement.setString(6, region);
            statement.setTimestamp(7, Timestamp.from(now));
        });
    }

    void addViewer(UUID job, UUID account) {
        changed("insert into core.job_viewer (job, account) values (?, ?) on conflict do nothing", statement -> {
            statement.setObject(1, job);
            statement.setObject(2, account);
        });
    }

    Optional<Job> find(UUID id) {
        return one("select " + COLUMNS + " from core.job where id = ?", statement -> statement.setObject(1, id));
    }

    Optional<Job> findOpen(String type, String dedupKey) {
        return one("select " + COLUMNS + """
             from core.job
            where type = ? and dedup_key = ? and state in ('queued', 'running')\
            """, statement -> {
            statement.setString(1, type);
            statement.setString(2, dedupKey);
        });
    }

    boolean isViewer(UUID job, UUID account) {
        return jdbc.prepareStatement("select 1 from core.job_viewer where job = ? and account = ?", statement -> {
            statement.setObject(1, job);
            statement.setObject(2, account);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    boolean isOfRegion(UUID job, String region) {
        return jdbc.prepareStatement("select 1 from core.job where id = ? and region = ?", statement -> {
            statement.setObject(1, job);
            statement.setString(2, region);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Takes the job for one step and locks its row; false where another runner took a step since it was read. */
    boolean claim(Job job, Instant now) {
        return changed("""
            update core.job
            set state = 'running', started_at = coalesce(started_at, ?), version = version + 1
            where id = ? and version = ? and state in ('queued', 'running')\
            """, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setObject(2, job.id());
            statement.setLong(3, job.version());
        });
    }

    /**
     * Writes what a step came to.
     *
     * @param version the job's after {@link #claim} or {@link #addFailure}
     */
    void advance(UUID job, long version, JobStep step, Instant now) {
        var state = step.failure() != null ? JobState.FAILED : step.finished() ? JobState.DONE : JobState.RUNNING;
        var advanced = changed("""
            update core.job
            set state = ?, cursor = cast(? as jsonb), done = done + ?, rejected = rejected + ?,
                total = coalesce(?, total), failure_zh = ?, failure_en = ?, finished_at = ?, failures = 0
            where id = ? and version = ? and state in ('queued', 'running')\
            """, statement -> {
            statement.setString(1, state.code());
            statement.setString(2, written(step.cursor()));
            statement.setLong(3, step.done());
            statement.setLong(4, step.rejections().size());
            statement.setObject(5, step.total(), Types.BIGINT);
            statement.setString(
                    6, step.failure() == null ? null : step.failure().zh());
            statement.setString(
                    7, step.failure() == null ? null : step.failure().en());
            statement.setTimestamp(8, state.isOver() ? Timestamp.from(now) : null);
            statement.setObject(9, job);
            statement.setLong(10, version);
        });
        if (advanced) {
            addRejections(job, step.rejections());
        }
    }

    /**
     * Notes a step that threw; answers how many have, one after the other, or none where another runner took a step since
     * the job was read.
     */
    OptionalInt addFailure(Job job, String error) {
        return jdbc.prepareStatement("""
            update core.job
            set failures = failures + 1, last_error = ?, version = version + 1
            where id = ? and version = ? and state in ('queued', 'running')
            returning failures\
            """, statement -> {
            statement.setString(1, error);
            statement.setObject(2, job.id());
            statement.setLong(3, job.version());
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        });
    }

    /** The first rejections in the order of the input. */
    List<JobRejection> rejections(UUID job, int limit) {
        return jdbc.prepareStatement("""
            select line, content, reason, message_zh, message_en
            from core.job_rejection where job = ? order by line, id limit ?\
            """, statement -> {
            statement.setObject(1, job);
            statement.setInt(2, limit);
            var found = new ArrayList<JobRejection>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new JobRejection(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            new Title(row.getString(4), row.getString(5))));
                }
            }
            return found;
        });
    }

    private void addRejections(UUID job, List<JobRejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        jdbc.prepareStatement("""
            insert into core.job_rejection (job, line, content, reason, message_zh, message_en)
            values (?, ?, ?, ?, ?, ?)\
            """, statement -> {
            for (var rejection : rejections) {
                statement.setObject(1, job);
                statement.setLong(2, rejection.line());
                statement.setString(3, rejection.content());
                statement.setString(4, rejection.reason());
                statement.setString(5, rejection.message().zh());
                statement.setString(6, rejection.message().en());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private Job job(ResultSet row) throws SQLException {
        var failure = row.getString("failure_zh");
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("type"),
                JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                read(row.getString("parameters")),
                read(row.getString("cursor")),
                row.getObject("total", Long.class),
                row.getLong("done"),
                row.getLong("rejected"),
                failure == null ? null : new Title(failure, row.getString("failure_en")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private Optional<Job> one(String sql, Parameters parameters) {
        return jdbc.prepareStatement(sql, statement -> {
            parameters.set(statement);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(job(row)) : Optional.empty();
            }
        });
    }

    private boolean changed(String sql, Parameters parameters) {
        return jdbc.prepareStatement(sql, statement -> {
            parameters.set(statement);
            return statement.executeUpdate() > 0;
        });
    }

    private String written(Map<String, String> map) {
        try {
            return json.writeValueAsString(map);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, String.class));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
