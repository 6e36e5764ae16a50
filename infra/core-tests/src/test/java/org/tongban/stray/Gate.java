package org.tongban.stray;

import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;

/** Holds a request back until a test lets it go on. */
@Singleton
public class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Whether a request stands before it. */
    public boolean isReached() {
        return reached.getCount() == 0;
    }

    /** Lets all pass. */
    public void open() {
        opened.countDown();
    }

    void pass() {
        reached.countDown();
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the gate", e);
        }
    }
}
