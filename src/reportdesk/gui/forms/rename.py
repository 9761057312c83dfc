# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rename.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QFormLayout,
    QFrame, QHBoxLayout, QLabel, QLineEdit,
    QListView, QListWidget, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout)

class Ui_Rename(object):
    def setupUi(self, Rename):
        if not Rename.objectName():
            Rename.setObjectName(u"Rename")
        Rename.resize(760, 560)
        self.outer = QVBoxLayout(Rename)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.names = QFormLayout()
        self.names.setObjectName(u"names")
        self.names.setHorizontalSpacing(12)
        self.names.setVerticalSpacing(8)
        self.organ_label = QLabel(Rename)
        self.organ_label.setObjectName(u"organ_label")

        self.names.setWidget(0, QFormLayout.ItemRole.LabelRole, self.organ_label)

        self.organ = QLineEdit(Rename)
        self.organ.setObjectName(u"organ")
        self.organ.setMaxLength(120)

        self.names.setWidget(0, QFormLayout.ItemRole.FieldRole, self.organ)

        self.year_label = QLabel(Rename)
        self.year_label.setObjectName(u"year_label")

        self.names.setWidget(1, QFormLayout.ItemRole.LabelRole, self.year_label)

        self.year = QSpinBox(Rename)
        self.year.setObjectName(u"year")
        self.year.setMaximumSize(QSize(120, 16777215))
        self.year.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        self.names.setWidget(1, QFormLayout.ItemRole.FieldRole, self.year)


        self.outer.addLayout(self.names)

        self.fields = QLabel(Rename)
        self.fields.setObjectName(u"fields")
        self.fields.setWordWrap(True)
        self.fields.setTextFormat(Qt.TextFormat.PlainText)

        self.outer.addWidget(self.fields)

        self.list = QListWidget(Rename)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(4)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

        self.outer.addWidget(self.list)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.lead = QLabel(Rename)
        self.lead.setObjectName(u"lead")

        self.button_row.addWidget(self.lead)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Rename)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(Rename)
        self.cancel.setObjectName(u"cancel")

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.organ_label.setBuddy(self.organ)
        self.year_label.setBuddy(self.year)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Rename)
        self.ok.clicked.connect(Rename.accept)
        self.cancel.clicked.connect(Rename.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Rename)
    # setupUi

    def retranslateUi(self, Rename):
        Rename.setWindowTitle(QCoreApplication.translate("Rename", u"\u66f4\u6362\u673a\u5173\u540d\u79f0\u548c\u5e74\u5ea6", None))
        self.organ_label.setText(QCoreApplication.translate("Rename", u"\u673a\u5173\u540d\u79f0", None))
        self.year_label.setText(QCoreApplication.translate("Rename", u"\u5e74\u5ea6", None))
        self.year.setSuffix(QCoreApplication.translate("Rename", u" \u5e74", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Rename", u"\u6b63\u6587\u91cc\u8981\u6539\u7684\u5730\u65b9", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("Rename", u"\u66f4\u6362", None))
        self.cancel.setText(QCoreApplication.translate("Rename", u"\u53d6\u6d88", None))
    # retranslateUi

