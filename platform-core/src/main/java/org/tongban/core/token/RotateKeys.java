package org.tongban.core.token;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;

/** The task {@code platform.rotate-keys}: makes the next signing key when the present one has signed long enough. */
@Singleton
class RotateKeys implements TaskBody {
    private final SigningKeys keys;

    RotateKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String task() {
        return "platform.rotate-keys";
    }

    @Override
    public void run() {
        keys.rotate();
    }
}
