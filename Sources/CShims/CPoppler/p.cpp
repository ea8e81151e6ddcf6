int kr_poppler_placeholder;
