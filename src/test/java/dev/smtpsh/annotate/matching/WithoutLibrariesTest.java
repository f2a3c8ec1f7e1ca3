package dev.smtpsh.annotate.matching;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.topic.ShippedTopics;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** At run time a code or a topic is explained without YAML and without regular expressions: smtpsh alone suffices. */
class WithoutLibrariesTest {
    @Test
    void codes_and_topics_are_explained_where_no_library_can_be_found() throws Exception {
        URL own = Explainer.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("org.snakeyaml.engine.v2.api.Load"));
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("com.google.re2j.Pattern"));
            Object annotator = alone.loadClass(ShippedRules.class.getName())
                    .getMethod("annotator")
                    .invoke(null);
            Object topics = alone.loadClass(ShippedTopics.class.getName())
                    .getMethod("whenAsked")
                    .invoke(null);
            Class<?> type = alone.loadClass(Explainer.class.getName());
            Object explainer = type.getConstructors()[0].newInstance(annotator, topics);
            Method explain = type.getMethod("explain", String.class);
            assertTrue(explain.invoke(explainer, "550").toString().contains("code-550-rcpt"));
            assertTrue(explain.invoke(explainer, "greylist").toString().contains("id=greylisting"));
        }
    }
}
