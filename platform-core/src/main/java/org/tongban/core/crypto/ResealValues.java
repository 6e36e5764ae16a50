package org.tongban.core.crypto;

import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.crypto.SealedColumns.Column;
import org.tongban.core.crypto.SealedColumns.Value;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;

/**
 * The task {@code platform.reseal}: while old master keys are configured, it seals anew under the present one whatever is
 * sealed under another (CO-58). When it says that nothing is left, the old keys can be taken out of the configuration.
 */
@Singleton
class ResealValues implements TaskBody {
    private static final Logger LOG = LoggerFactory.getLogger(ResealValues.class);
    private static final int AT_ONCE = 200;

    private final SealedColumns columns;
    private final MasterKey masterKey;
    private final Transactions transactions;

    ResealValues(SealedColumns columns, MasterKey masterKey, Transactions transactions) {
        this.columns = columns;
        this.masterKey = masterKey;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return "platform.reseal";
    }

    /** How many values were sealed anew, and how many are left because they could not be opened or changed meanwhile. */
    record Tally(long renewed, long left) {
        Tally plus(Tally other) {
            return new Tally(renewed + other.renewed, left + other.left);
        }
    }

    @Override
    public void run() {
        if (masterKey.hasOldKeys()) {
            var tally = reseal();
            LOG.info(
                    "Sealed {} values under the present master key; {} are left under another",
                    tally.renewed,
                    tally.left);
        }
    }

    Tally reseal() {
        var tally = new Tally(0, 0);
        for (var column : transactions.read(columns::all)) {
            tally = tally.plus(reseal(column));
        }
        return tally;
    }

    private Tally reseal(Column column) {
        var tally = new Tally(0, 0);
        String after = null;
        List<Value> values;
        do {
            var from = after;
            values = transactions.read(() -> columns.notUnder(column, masterKey.keyId(), from, AT_ONCE));
            for (var value : values) {
                tally = tally.plus(reseal(column, value));
                after = value.key();
            }
        } while (values.size() == AT_ONCE);
        return tally;
    }

    private Tally reseal(Column column, Value value) {
        try {
            var renewed = masterKey.reseal(value.sealed(), column.place() + value.key());
            return transactions.write(() -> columns.replace(column, value, renewed))
                    ? new Tally(1, 0)
                    : new Tally(0, 1);
        } catch (SealBroken e) {
            LOG.warn("{} {} stays as it is: {}", column.place(), value.key(), e.getMessage());
            return new Tally(0, 1);
        }
    }
}
