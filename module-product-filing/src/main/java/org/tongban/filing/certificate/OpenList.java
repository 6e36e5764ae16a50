package org.tongban.filing.certificate;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.recognition.RecognitionState;

/** Reads the open list (PF-73), and of what is revoked whether somebody looks at that again (CO-46d). */
@Singleton
class OpenList {
    private final OpenListRepository recognitions;
    private final Reviews reviews;
    private final BusinessClock clock;

    OpenList(OpenListRepository recognitions, Reviews reviews, BusinessClock clock) {
        this.recognitions = recognitions;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** A recognition, and whether what revoked it is under re-examination. */
    record Listed(OpenRecognition recognition, boolean underReexamination) {
        UUID id() {
            return recognition.id();
        }
    }

    /**
     * Greater with every change of the list, and with every day: what is over since midnight is not on it, though the task of
     * the night has not written that yet (PF-53).
     */
    long version() {
        return recognitions.version() + clock.today().toEpochDay();
    }

    /** What is older, newest first. */
    List<Listed> below(UUID edge, int rows) {
        return listed(recognitions.below(clock.today(), edge, rows));
    }

    /** What is newer, oldest first. */
    List<Listed> above(UUID edge, int rows) {
        return listed(recognitions.above(clock.today(), edge, rows));
    }

    private List<Listed> listed(List<OpenRecognition> found) {
        var revoked = found.stream()
                .filter(row -> row.state() == RecognitionState.REVOKED)
                .map(OpenRecognition::revokedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var again = reviews.underReexamination(revoked);
        return found.stream()
                .map(row -> new Listed(
                        row,
                        row.state() == RecognitionState.REVOKED
                                && row.revokedBy() != null
                                && again.contains(row.revokedBy())))
                .toList();
    }
}
