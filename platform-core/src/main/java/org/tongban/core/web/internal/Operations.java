package org.tongban.core.web.internal;

import io.micronaut.context.BeanContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.tongban.core.web.Read;
import org.tongban.core.web.Write;

/** The methods of all controllers whose requests are checked. */
@Singleton
class Operations {
    private final BeanContext beans;

    Operations(BeanContext beans) {
        this.beans = beans;
    }

    /** Every {@link Read} and {@link Write}; no controller is made for it. */
    Stream<ExecutableMethod<?, ?>> all() {
        return beans.getBeanDefinitions(Qualifiers.byStereotype(Controller.class)).stream()
                .<ExecutableMethod<?, ?>>flatMap(controller -> controller.getExecutableMethods().stream())
                .filter(method -> method.hasAnnotation(Read.class) || method.hasAnnotation(Write.class));
    }
}
