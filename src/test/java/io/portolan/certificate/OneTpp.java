package io.portolan.certificate;

import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Our TPPs, of which there is one. */
final class OneTpp implements Tpps {
    @Override
    public Optional<Tpp> find(String id) {
        return Optional.of(SampleTpp.lantern()).filter(tpp -> tpp.id().equals(id));
    }

    @Override
    public List<Tpp> of(Collection<String> ids) {
        return all().stream().filter(tpp -> ids.contains(tpp.id())).toList();
    }

    @Override
    public List<Tpp> all() {
        return List.of(SampleTpp.lantern());
    }

    @Override
    public Tpp save(Tpp tpp, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepDocument(String tpp, Document document, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Document> document(String tpp, String name) {
        return Optional.empty();
    }
}
