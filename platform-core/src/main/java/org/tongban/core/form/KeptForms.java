package org.tongban.core.form;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.module.StartRefused;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Transactions;

/**
 * Compares the forms with what this database has had: documents lie in it that were made by them, so that in use a version
 * does not change, frozen or not (CO-32).
 */
@Singleton
public class KeptForms {
    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);

    private final Forms forms;
    private final KeptFormRepository kept;
    private final SystemClock clock;
    private final Transactions transactions;

    KeptForms(Forms forms, KeptFormRepository kept, SystemClock clock, Transactions transactions) {
        this.forms = forms;
        this.kept = kept;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Keeps the hash of each form that is new.
     *
     * @param mayChange whether a form with another hash is taken anew with a warning, as in development, or stops the start
     * @throws StartRefused with all that changed
     */
    public void check(boolean mayChange) {
        transactions.write(() -> {
            var changed = new ArrayList<String>();
            for (var form : forms.all()) {
                var id = form.definition().id();
                if (kept.add(id, form.hash(), clock.now()) == 0 && kept.change(id, form.hash(), clock.now()) > 0) {
                    changed.add(id);
                }
            }
            if (!changed.isEmpty() && !mayChange) {
                throw new StartRefused(
                        "The files of %s have changed since this database took them; a change needs a new version."
                                .formatted(String.join(", ", changed)));
            }
            changed.forEach(id -> LOG.warn("The form {} has changed; documents made by it are checked anew", id));
            return changed;
        });
    }
}
