package io.portolan.playbook;

import java.util.List;

/** Checks a hand-drawn model against the route that it stands for. */
public interface ModelCheck {

    /** What is wrong with the model of a route that names one, as sentences. */
    List<String> problems(Playbook playbook, String environmentName, Route route);
}
