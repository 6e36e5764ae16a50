package org.tongban.core.review.receipt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.tongban.core.document.DocumentFiles;
import org.tongban.core.form.Documents;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.place.Snapshots;
import org.tongban.core.time.BusinessClock;

/**
 * Has what was handed in say no more of what is not to be kept for longer (CO-59), in the transaction under way: for a
 * module whose record forgets it by itself. Thread-safe.
 */
@Singleton
public class ForgetSubmitted {
    private final CaseRepository cases;
    private final Receipts receipts;
    private final DocumentFiles files;
    private final BusinessClock clock;

    ForgetSubmitted(CaseRepository cases, Receipts receipts, DocumentFiles files, BusinessClock clock) {
        this.cases = cases;
        this.receipts = receipts;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Takes members out of the snapshots of all submissions of a subject. Their receipts keep the SHA-256 of what was handed
     * in, and list nothing of it any more.
     *
     * @param pointers JSON pointers into the snapshots; where nothing is, nothing is forgotten
     */
    public void forget(UUID subject, Collection<String> pointers) {
        for (var found : cases.lockSubmissions(subject)) {
            // Issued now at the latest: what is left has another hash than what was handed in.
            var receipt = receipts.of(found);
            files.forgetList(receipt);
            var snapshot = Snapshots.tree(found.snapshot());
            pointers.forEach(pointer -> remove(snapshot, JsonPointer.compile(pointer)));
            cases.storeSnapshot(found.id(), Documents.write(snapshot), clock.now());
        }
    }

    private static void remove(JsonNode snapshot, JsonPointer pointer) {
        if (snapshot.at(pointer.head()) instanceof ObjectNode parent) {
            parent.remove(pointer.last().getMatchingProperty());
        }
    }
}
