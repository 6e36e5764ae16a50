package org.tongban.core.message.dispatch;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.tongban.core.message.Message;
import org.tongban.core.message.dispatch.ClaimMessages.Claim;
import org.tongban.core.task.TaskBody;

/** The task {@code platform.dispatch-messages}: sends what is due (CO-41), each recipient's messages in their order. */
@Singleton
class DispatchMessages implements TaskBody {
    private final ClaimMessages claimMessages;
    private final SendMessage sendMessage;
    private final MessageSettings settings;

    DispatchMessages(ClaimMessages claimMessages, SendMessage sendMessage, MessageSettings settings) {
        this.claimMessages = claimMessages;
        this.sendMessage = sendMessage;
        this.settings = settings;
    }

    @Override
    public String task() {
        return "platform.dispatch-messages";
    }

    @Override
    public void run() {
        claimMessages.sweep();
        claimMessages.hold();
        Claim claim;
        do {
            claim = claimMessages.take();
            send(claim);
        } while (claim.more());
    }

    private void send(Claim claim) {
        var queues = claim.messages().stream()
                .collect(Collectors.groupingBy(Message::recipientKey, LinkedHashMap::new, Collectors.toList()));
        if (queues.isEmpty()) {
            return;
        }
        var turns = new Semaphore(settings.parallel(), true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = threads.invokeAll(queues.values().stream()
                    .map(queue -> inTurn(turns, queue, claim))
                    .toList());
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a message could not be marked", failed.getCause());
        }
    }

    private Callable<Void> inTurn(Semaphore turns, List<Message> queue, Claim claim) {
        return () -> {
            turns.acquire();
            try {
                queue.forEach(message -> sendMessage.send(message, claim.attempt(), claim.until()));
            } finally {
                turns.release();
            }
            return null;
        };
    }
}
