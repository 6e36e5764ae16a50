package org.tongban.trial;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of the trial module. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoteRepository extends GenericRepository<Note, UUID> {
    @Query("""
        insert into trial.note (id, owner, name, amount, picture, state, version)
        values (:id, :owner, :name, :amount, :picture, 'draft', 1)\
        """)
    void add(UUID id, UUID owner, String name, int amount, @Nullable UUID picture);

    @Query("select id, owner, name, amount, picture, state, version from trial.note where id = :id")
    Optional<Note> find(UUID id);

    @Query("select version from trial.note where id = :id and owner = :owner")
    Optional<Long> version(UUID id, UUID owner);

    @Query("select version from trial.note where id = :id and owner = :owner for update")
    Optional<Long> lock(UUID id, UUID owner);

    @Query("""
        update trial.note
        set name = :name, amount = :amount, picture = :picture, version = version + 1
        where id = :id\
        """)
    void save(UUID id, String name, int amount, @Nullable UUID picture);

    @Query("delete from trial.note where id = :id and state = 'draft'")
    int delete(UUID id);

    @Query("update trial.note set state = :state, version = version + 1 where id = :id")
    void move(UUID id, String state);

    @Query("update trial.note set name = :name, version = version + 1 where id = :id")
    void rename(UUID id, String name);

    @Query("""
        select id, owner, name, amount, picture, state, version
        from trial.note
        where owner = :owner and state like :state and id < :before
        order by id desc
        limit :rows\
        """)
    List<Note> list(UUID owner, String state, UUID before, int rows);

    @Query("""
        select id, owner, name, amount, picture, state, version
        from trial.note
        where state = 'approved' and name like :name and id < :before
        order by id desc
        limit :rows\
        """)
    List<Note> approved(String name, UUID before, int rows);

    @Query("insert into trial.heard (event, aggregate, name) values (:event, :aggregate, :name)")
    void hear(UUID event, UUID aggregate, String name);

    @Query("insert into trial.turn (job, at) values (:job, :at)")
    void turn(@Nullable UUID job, long at);

    @Query("insert into trial.closed_day (day) values (:day)")
    void close(LocalDate day);

    @Query("select 1 / (amount - amount) from trial.note where id = :id")
    int divideByNothing(UUID id);
}
