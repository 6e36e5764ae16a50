package org.tongban.filing.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The scorecards; in the transaction under way. */
@Singleton
public class Scorecards {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};

    private final ScorecardRepository scorecards;

    Scorecards(ScorecardRepository scorecards) {
        this.scorecards = scorecards;
    }

    /** That of an id. */
    public Optional<Scorecard> find(UUID id) {
        return scorecards.ofId(id).map(Scorecards::read);
    }

    /** That of a record of the module. */
    public Scorecard of(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no scorecard " + id));
    }

    List<Scorecard> ofRound(int year, UUID edge, int rows) {
        return scorecards.ofRound(year, edge, rows).stream()
                .map(Scorecards::read)
                .toList();
    }

    int nextVersion(int year) {
        return scorecards.next(year);
    }

    void add(Scorecard scorecard) {
        scorecards.add(new ScorecardRow(
                scorecard.id(),
                scorecard.year(),
                scorecard.version(),
                scorecard.title(),
                write(scorecard.criteria()),
                scorecard.passMark(),
                scorecard.createdBy(),
                scorecard.createdAt()));
    }

    private static Scorecard read(ScorecardRow row) {
        try {
            return new Scorecard(
                    row.id(),
                    row.year(),
                    row.number(),
                    row.title(),
                    MAPPER.readValue(row.criteria(), CRITERIA),
                    row.passMark(),
                    row.createdBy(),
                    row.createdAt());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("scorecard " + row.id() + " cannot be read", damaged);
        }
    }

    private static String write(List<Criterion> criteria) {
        try {
            return MAPPER.writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
