package org.tongban.bench.load;

/** One of the clients of a load, on a thread and usually a connection of its own. */
@FunctionalInterface
public interface Client extends AutoCloseable {
    /**
     * Does one thing and waits for its end.
     *
     * @param turn counts this client's turns from 0
     * @return false where nothing is left to do
     */
    boolean once(int turn) throws Exception;

    @Override
    default void close() throws Exception {}

    /** Makes the client of a number. */
    @FunctionalInterface
    interface Factory {
        Client client(int number) throws Exception;
    }
}
