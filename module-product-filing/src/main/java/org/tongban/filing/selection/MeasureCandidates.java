package org.tongban.filing.selection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobStep;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.scorecard.Facts;
import org.tongban.filing.scorecard.Scorecard;
import org.tongban.filing.scorecard.Scorecard.Result;
import org.tongban.filing.scorecard.Scorecards;

/** Measures all undecided candidates of a round by a scorecard, and keeps what came of it unless the run is dry (PF-50). */
@Singleton
class MeasureCandidates implements JobBody {
    static final String RUN = "run";

    private static final String AFTER = "after";
    private static final String FIRST = new UUID(0, 0).toString();
    private static final int BATCH = 1000;

    private final RunRepository runs;
    private final Scorecards scorecards;
    private final ReferenceSets sets;
    private final BusinessClock clock;

    MeasureCandidates(RunRepository runs, Scorecards scorecards, ReferenceSets sets, BusinessClock clock) {
        this.runs = runs;
        this.scorecards = scorecards;
        this.sets = sets;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.MEASURING;
    }

    @Override
    public JobStep step(Job job) {
        var run = runs.lock(UUID.fromString(job.parameter(RUN))).orElseThrow();
        var scorecard = scorecards.of(run.scorecard());
        var after = UUID.fromString(job.cursor().getOrDefault(AFTER, FIRST));
        var candidates = runs.next(run.year(), run.day(), after, BATCH);
        var last = candidates.size() < BATCH;
        runs.store(measured(run, scorecard, candidates, last));
        var step = last
                ? JobStep.finished(candidates.size())
                : JobStep.next(Map.of(AFTER, candidates.getLast().id().toString()), candidates.size());
        return job.cursor().isEmpty() ? step.withTotal(runs.countUndecided(run.year())) : step;
    }

    private Run measured(Run run, Scorecard scorecard, List<Measured> candidates, boolean last) {
        var wanted = scorecard.sources();
        var digest = new Chain(run.digest());
        var missed = run.missed().clone();
        var rows = JsonNodeFactory.instance.arrayNode();
        long met = run.met();
        long hidden = run.hidden();
        for (var candidate : candidates) {
            var facts = CandidateFacts.of(candidate, wanted, sets);
            var result = scorecard.measure(facts);
            met += result.met() ? 1 : 0;
            hidden += candidate.hidden() > 0 ? 1 : 0;
            result.missed().forEach(place -> missed[place]++);
            add(rows, candidate, facts, result);
            digest.add(rows.get(rows.size() - 1).toString());
        }
        if (!run.dry() && !rows.isEmpty()) {
            runs.keep(run.id(), rows.toString());
        }
        return new Run(
                run.id(),
                run.year(),
                run.scorecard(),
                run.dry(),
                run.day(),
                run.measured() + candidates.size(),
                met,
                hidden,
                missed,
                digest.text(),
                run.startedBy(),
                run.startedAt(),
                last ? clock.now() : null,
                run.version() + 1);
    }

    private static void add(ArrayNode rows, Measured candidate, Facts facts, Result result) {
        var row = rows.addObject()
                .put("recognition", candidate.id().toString())
                .put("met", result.met())
                .put("hidden", candidate.hidden() > 0)
                .put("score", result.score())
                .put("industry", facts.industry())
                .put("category", facts.category());
        row.set("inputs", CandidateFacts.kept(facts));
        var missed = row.putArray("missed");
        result.missed().forEach(missed::add);
    }

    /** A digest that goes on from step to step: each row is hashed together with what came of the rows before. */
    private static final class Chain {
        private final MessageDigest sha256;
        private byte[] link;

        Chain(String before) {
            link = HexFormat.of().parseHex(before);
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(String row) {
            sha256.update(link);
            link = sha256.digest(row.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return HexFormat.of().formatHex(link);
        }
    }
}
