package org.tongban.trial;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;

/** A task that leaves a trace of each run. */
@Singleton
class TakeTurns implements TaskBody {
    private final NoteRepository notes;
    private final Transactions transactions;

    TakeTurns(NoteRepository notes, Transactions transactions) {
        this.notes = notes;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return "trial.take-turns";
    }

    @Override
    public void run() {
        transactions.write(() -> {
            notes.turn(null, 0);
            return true;
        });
    }
}
