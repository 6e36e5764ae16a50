package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.tongban.core.account.Account;

/** Says what an account has to do before its tokens permit anything else (CO-23); sample accounts are spared. */
@Singleton
public class FirstSteps {
    /** The steps that are left, in the order in which they are asked for. */
    public List<FirstStep> of(Account account) {
        var steps = new ArrayList<FirstStep>();
        if (account.mustChangePassword()) {
            steps.add(FirstStep.PASSWORD);
        }
        return List.copyOf(steps);
    }
}
