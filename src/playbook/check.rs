//! What a playbook must hold beyond its shape.
