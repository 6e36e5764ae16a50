package org.tongban.filing.certificate;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.review.Reviews;
import org.tongban.filing.recognition.RecognitionState;

/** Reads the open list (PF-73), and of what is revoked whether somebody looks at that again (CO-46d). */
@Singleton
class OpenList {
    private final OpenListRepository recognitions;
    private final Reviews reviews;

    OpenList(OpenListRepository recognitions, Reviews reviews) {
        this.recognitions = recognitions;
        this.reviews = reviews;
    }

    /** A recognition, and whether what revoked it is under re-examination. */
    record Listed(OpenRecognition recognition, boolean underReexamination) {
        UUID id() {
            return recognition.id();
        }
    }

    /** Greater with every change of the list. */
    long version() {
        return recognitions.version();
    }

    /** What is older, newest first. */
    List<Listed> below(UUID edge, int rows) {
        return listed(recognitions.below(edge, rows));
    }

    /** What is newer, oldest first. */
    List<Listed> above(UUID edge, int rows) {
        return listed(recognitions.above(edge, rows));
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
