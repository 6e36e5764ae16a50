package org.tongban.core.web;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Opens the transactions of work that is not one write or read of a request: tasks, jobs, and writes in two phases. */
@Singleton
public class Transactions {
    private final TransactionOperations<Connection> operations;
    private final ConnectionOperations<Connection> connections;

    Transactions(TransactionOperations<Connection> operations, ConnectionOperations<Connection> connections) {
        this.operations = operations;
        this.connections = connections;
    }

    /**
     * Runs reading work on one connection, without a transaction of its own: each statement sees what is committed when it
     * begins, as it does in a transaction here, and the end of one need not be awaited.
     */
    public <T> T connected(Supplier<T> work) {
        return connections.executeRead(status -> work.get());
    }

    /** Runs the work in a transaction, joining the one under way. */
    public <T> T write(Supplier<T> work) {
        return operations.executeWrite(status -> work.get());
    }

    /** Runs the work in a read-only transaction, joining the one under way. */
    public <T> T read(Supplier<T> work) {
        return operations.executeRead(status -> work.get());
    }

    /** Whether this thread works inside a transaction. */
    public boolean isUnderWay() {
        return operations.findTransactionStatus().isPresent();
    }

    /** Runs the work once the transaction under way has committed, and not if it rolls back or there is none. */
    public void afterCommit(Runnable work) {
        operations
                .findTransactionStatus()
                .ifPresent(status -> status.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                }));
    }
}
